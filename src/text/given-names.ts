const set = (names: string) => new Set(names.trim().split(/\s+/));

// Common given names of English news, folded. A name in both lists tells no gender.

/** Given names of women. */
export const FEMALE_NAMES = set(`
  aarti abena abigail adaeze adele agnieszka aiko aisha akiko akua alejandra alexandria alexis alice ama
  amanda amber amelia amelie amina amy ana ananya anastasia andrea angela angelika anita anjali ann anna
  anne annegret annie antoinette anya aoife aparna arlene asha ashley astrid aurelie ava ayanna ayesha
  barbara beatriz bella bernadette beth betsy betty beverly beyonce billie birgit bonnie breanna brenda
  brigitte brittany bronwen brooke caitlin camila candace carla carmen carol carolyn carrie carys catalina
  catherine cathy cecilia celine chantal charlotte chelsea cheryl chiamaka chiara chinwe chloe christina
  christine claire clara claudia colette colleen concetta condoleezza connie courtney crystal cynthia daisy
  dana daniela danielle darlene darya dawn debbie debi deborah debra deepa deepika deirdre denise diana
  diane dianne divya dolores dominique donna doris dorothy ebony edith efua eileen ekaterina elaine eleanor
  elena elise elissa elizabeth elke ella ellen elodie elsa elsie emi emily emma erica erika erin esperanza
  esther eva eve evelyn evie ewa faith fatima fatma federica felicia ffion fiona florence folasade frances
  francesca franziska frauke freya gabriela gabrielle gail galina gemma genevieve georgina geraldine gillian
  gina giorgia gisela gisele gita giulia gladys gloria grace grainne greta gretchen guadalupe gwen gwendolyn
  hala hanan hannah hannelore harriet haruka hayley hazel heather heidi heike helen helena hillary holly
  hope huma ida ilhan ilse imogen indira ines ingrid irene irina iris isabel isabella isla ivana ivanka ivy
  jacinda jackie jacqueline jacqui jan jane janet janice janine jasmine jaya jean jeanine jeanne jeannette
  jenna jennifer jenny jessica jiayi jill jillian jo joan joanna joanne jocelyn jodi josephine joy joyce
  juanita judith judy julia julianne julie juliet june jutta jyoti kaitlyn kamala karen karin karina
  katarzyna kate katherine kathleen kathryn kathy katie katja katrina kavita kayla kayleigh keiko keisha
  kelli kelly kellyanne kerry kezia khadija kim kimberly kiran kirsten kirstjen kirsty kristen kristi
  kristin kristina ksenia kumiko laila lakshmi lara larisa lata latoya laura lauren layla leah leanne leela
  leila lena leslie liesel liliana lillian lily linda lindsay lindsey lisa liz liza lois loretta lori lorie
  lorraine lou louise lucia lucy ludmila luisa lupe lydia lynn lynne mabel mackenzie madeleine madhuri
  madison magdalena maggie mairead makiko malala malgorzata mamata mandy marcia marcy margaret margarita
  margot marguerite maria mariam mariana marianne marie marilyn marina marion marjorie marla marlene marsha
  marta martha martina mary maryam mathilde matilda maureen maxine maya meena meera megan meghan megyn mei
  meiling melania melanie melezia melissa mercedes mia michaela michele michelle michiko mildred millie mira
  miriam moira mollie molly monica monika monique muriel myra nadezhda nadia nadine nadira nancy naoko naomi
  natalia natalie natasha nathalie neha ngozi nia niamh nicola nicole nikki nina nirmala nisha nkechi nneka
  noemie noor nora noriko norma noura odile oksana olena olesya olga olivia oprah orla padma paige paloma
  pam pamela paola pat patricia patti patty paula pauline peggy penelope penny petra peyton philippa phoebe
  phyllis pilar pippa polina polly pooja poppy preeti priscilla priti priya priyanka rachel radha ramona
  rania raquel rashida rebecca rekha renate renu rhiannon rhonda rihanna rita ritu roberta robin robyn rocio
  roisin ronna rosa rosalind rosalynn rosanna rose roseanne rosemary rosie roxanne ruby ruth sabine sabrina
  sachiko sadie sakura sally salma samantha samira sandra sandy sangeeta saoirse sara sarah sarita scarlett
  selena serena shanice shannon shanti sharon sheila shelley sherry sheryl shirin shirley shreya sian sienna
  sigrid silke silvia simone sinead siobhan sita smriti sneha sofia solange sonia sonja sophia sophie stacey
  stacy steffi stella stephanie sue sunita susan susana sushma suzanne svenja svetlana swati sylvia sylvie
  tamara tammie tammy tanya tara tasha tatiana taylor teresa teri tessa thandiwe thelma theresa tiffany tina
  tomoko tracey tracy trudy tulsi ulrike uma ursula usha valentina valerie vandana vanessa venus vera
  veronica veronique vicki vicky victoria vidya virginia vivian wanda wanjiku wendy whitney xiaoling ximena
  yan yasmin yasmine yelena yesenia ying yoko yolanda yuki yuko yulia yuriko yvette yvonne zahra zainab
  zanele zara zoe
`);

/** Given names of men. */
export const MALE_NAMES = set(`
  aaron abdul abdullah adam aditya adolfo ahmad ahmed aiden ajay ajit akash akhil akira alain alan alasdair
  albert alberto alec aled alejandro aleksander aleksandr alessandro alex alexander alexei alfie alfonso
  alfredo ali alistair alok alonso alun alvaro amir amit amitabh anand anas anatoly anders anderson andrea
  andreas andres andrew andriy andrzej angelo angus anil ankit anthony antonin antonio anwar archie arjun
  arnaud arthur arturo arun arvind ashish ashok ashraf assad augusto austin avik barack barry bart bashar
  basil ben benjamin bernard bernd bernie bert bertie bertrand bharat bilal bill billy bjorn bo bob bobby
  boris brad bradley brandon brayden brendan brent bret brett brian brock bruce bruno bryan byron callum
  calvin cameron carl carlo carlos carter cary cecil cedric cesar chad chandra charles charlie chase chester
  chidi chinedu chris christian christoph christophe christopher chuck clarence clark claude claudio clay
  clayton clifford clint clinton clive clyde cody colin colton connor conor cooper corbin corey cormac
  cornelius cory craig cristian cristobal curtis cyril dafydd daisuke dale dalton damian damien damon dan
  daniel danny dario darius darnell darrell darren dave david davide dean deandre declan deepak demetrius
  denis dennis denys denzel derek derrick desmond devendra devin dewi dexter diarmuid dick didier diego
  dieter dietmar dinesh dirk dmitri dmitry dmytro domenico dominic don donal donald donnie donovan doug
  douglas drew duane duncan dustin dwayne dwight dylan eamon earl easton ed eddie edgar edmund eduardo
  edward edwin elbridge eli elias elijah elliot elliott ellis ellsworth elmer elon elvis emeka emil emiliano
  emilio emlyn emmanuel emmett enda enrique enzo eoin ephraim eric erik ernest ernesto ernie ernst errol
  espen esteban ethan etienne eugene evan evander everett ezra fabian fabien fabio fahad faisal farid faron
  federico felipe felix femi ferdinand fergal fergus fernando fidel filippo finn fintan floyd foster fouad
  francis francisco franck franco francois frank frankie franklin fred freddie freddy frederick friedrich
  fritz fumio gabriel gareth garrett garry garth gary gaurav gavin geert gene gennady geoff geoffrey george
  geraint gerald gerard gerardo gerhard gerry gethin geun-hye giacomo gianni gilbert gilles giorgio giovanni
  girish giuseppe glen glenn godfrey gonzalo gopal gordon graham granger grant greg gregory grzegorz
  guenther guido guillermo gunter gunther gustaf gustavo guy gwyn habib hal hamid hamish hank hans hari
  harish harley harold harrison harry harvey hasan hassan hayden hector heiko heinrich heinz helmut henrik
  henry herbert herman hernan herve hew hideki hilary hiroshi holger homer horace horst hosni howard hubert
  hugh hugo humayun humberto humza hunter hussein huw hywel iain ian ibrahim ieuan ifeanyi ignacio igor
  imran irving isaac ismael ismail ivan iwan jacek jack jackson jacob jacques jaden jae-in jafar jagdish
  jaime jair jairo jake jamal james jamie jamil jan jared jaroslaw jarrett jarvis jason jasper javier jay
  jayden jean-claude jean-luc jeb jeff jeffery jeffrey jeh jens jeremy jermaine jeroen jerome jerrold jerry
  jesse jesus jim jimmy jinping joachim joakim joao joaquin jochen joe joel johannes john johnny jon jonah
  jonas jonathan jong-un jonny joost jordan jordi jorge jose joseph josh joshua juan jude juergen julian
  julio julius jun junichiro jurgen justin kapil karan karim karl karsten kazuo keegan keir keith ken kenji
  kenneth kenny kent kenta keqiang kevin khaled khalid khalil khizr kip kirk kjell klaus kobe kofi koji kojo
  konstantin kristian krzysztof kumar kurt kwame kwasi kweku kyle lachlan lalu lamar lance landon larry lars
  laurence laurent lawrence leandro lebron lech lee lei len lenny leo leon leonard leonardo leroy lester
  lewis liam lincoln lindsey lionel lloyd logan lorenzo lothar louie louis luca lucas luigi luis luiz luke
  lula luther lutz maciej magnus mahesh mahmoud makoto malcolm manfred manish manmohan manoj manuel marc
  marcel marcello marco marcos marcus marek mariano mario mark markus marquis marshall martin marvin
  masahiro mason massimo mateo mateusz mathew mathieu matt matteo matthew matthias maurice mauricio maurizio
  max maxim maxime maxwell mehmet mel melvin merrick micah michael micheal michel michele mick mickey miguel
  mikael mike mikhail miles milo ming mitch mitchell mitt mohamad mohamed mohammad mohammed mohan mohsen
  morgan morris morten moses muhammad mukesh murray mustafa mwai myron nabil naoto narendra nasser nate
  nathan nathaniel naveen ned neil nelson newt niall nicholas nicolas niels nigel nikhil nikolai nils nitin
  nnamdi noah noboru noel norman obi octavio oisin ola olaf oleg oleksandr oleksiy oliver olivier ollie olof
  olusegun oluwaseun omar orlando osama osamu oscar osvaldo otis otto owen pablo paddy padraig pankaj paolo
  pascal patrick paul pavel pedro percy perry pete peter petro phil philip philippe phillip pierre pieter
  pietro piotr piyush prakash pranab prashant preston quentin radoslaw rafael rahul raila rainer raj rajat
  rajeev rajesh rajiv rajnath rakesh ralph ram ramesh ramon rand randy raphael rashid rasmus raul ravi ray
  raymond recep reece reggie reginald reihan reince reinhard remy renato rene reuben rex rhodri rhys ricardo
  rich richard rick ricky rishi riyad rob robbie robert roberto roderick rodney rodolfo rodrigo rogelio
  roger rohit roland rolf roman romano ron ronald ronan ronnie rory ross rowan roy ruairi ruben rudy
  ruediger rufus rupert ruslan russell ruud ryan ryo sachin sadiq saeed sajid salah salman salvador
  salvatore sam sami samir samuel sandeep sanjay santiago satish satoshi satya saul scot scott seamus sean
  sebastian segun sergei sergey sergio serhiy seth shane shankar shaquille shashi shaun shawn sheldon
  sherman shigeru shinji shinzo shivraj shohei sid siddharth sidney siegfried silvio simon sipho soren
  spencer srinivas stan stanley stefan stefano stephane stephen steve steven stewart stuart subhash sudhir
  sundar sunil suresh sven sybrand sylvain sylvester ta-nehisi takashi takeshi tarek tariq taro tarun tavis
  ted teddy terence terrence terry thabo themba theo theodore thierry thom thomas thor thorsten tim timothy
  tobias toby todd tom tomas tomasz tommy tony torsten toshiro travis trent trevor trey tristan troy tucker
  tunde tyler tyrell tyrone uche uday udo uhuru ulf ulises ulrich umberto usman uwe vance varun venkat
  vernon vicente victor vijay vikas vikram viktor vinay vince vincent vinny vinod virat virgil vitaly vito
  vittorio vivek vladimir volker volodymyr wade wael walid wallace walt walter warren wayne wei wendell
  werner wes wesley wilbur will willem william willie wilson wojciech wolf wolfgang wouter wyatt xavier
  xiaoping yasser yasuo yevgeny yogendra yogi yoshihide youssef yoweri yukio yuri yusuf yves zach zachary
  zack zaid zayed zbigniew zeke
`);
