const set = (names: string) => new Set(names.trim().split(/\s+/));

// Common given names of English news, folded. A name in both lists tells no gender.

/** Given names of women. */
export const FEMALE_NAMES = set(`
  aarti abena abigail adaeze adele aditi adriana agnes agnieszka aiko aisha aisling akiko akira akshata akua
  alejandra alex alexandria alexis ali alia alice alicia alisha alison allison alyssa ama amal amanda amber
  amelia amelie amina amrita amy ana ananya anastasia andrea angela angelika angelina angelique anita anjali
  ann anna annabel annabelle anne annegret annette annie annika antoinette antonia anya aoife aparna ariana
  arianna ariel arlene aruna asha ashley ashton astrid audra audrey aung aurelie ava avery ayanna ayesha
  azucena barbara barbra beatriz bella bernadette bernice beth betsy betty beverly beyonce bhavna billie
  birgit blake blanca blanche bobbie bonnie brandi breanna brenda bria brianna bridget brigid brigitte
  brittany bronwen brooke caitlin cameron camila candace carla carlotta carmen carol carole caroline carolyn
  carrie caryn carys casey cassandra cassie catalina catherine cathy cecilia celeste celia celine chantal
  charlene charlie charlotte charmaine chelsea chelsie cherie cherry cheryl cheyenne chiamaka chiara chinwe
  chitra chloe chris christa christie christina christine cindy claire clara claude claudia claudine colette
  colleen concepcion concetta condoleezza connie constance consuelo cora cordelia corinne courtney cristina
  crystal cyndi cynthia daisy dale dana daniela daniella danielle daphne darcy darlene darya dawn deanna deb
  debbie debi deborah debra deepa deepika deepti deirdre delia della delores denise denisha desiree destiny
  devon diana diane dianne dina divya dixie diya dolly dolores dominique donna dora doreen doris dorothea
  dorothy drew ebony edith edna effie efua eileen ekaterina elaine eleanor eleanore elena elinor elisa
  elisabeth elise elissa elizabeth elke ella ellen elodie eloise elsa elsie elvira emi emilia emilie emily
  emma emmanuelle enid erica erika erin esmeralda esperanza estelle esther ethel eugenia eugenie eunice eva
  evangeline eve evelina evelyn evie ewa faith fanny farah fatima fatma fawzia federica felicia felicity
  fernanda ffion fiona fleur flora florence folasade frances francesca frankie franziska frauke freda
  frederica freya frida gabriela gabrielle gail galina gauri geeta gemma genevieve georgette georgia
  georgina geraldine germaine gertrude ghazala gilda gillian gina ginny giorgia gisela gisele gita giulia
  gladys gloria glynis graca grace graciela grainne greer greta gretchen guadalupe gurpreet gwen gwendolyn
  hala haley hanan hannah hannelore harpreet harriet harriette haruka hayley hazel heather heidi heidy heike
  helen helena hema henrietta hermione hilary hilda hillary holly hope huma huong hyun-jin ida ila ilhan
  ilse imelda imogen indira ines inga ingeborg ingrid irene irina iris irma isabel isabella isabelle ishita
  isla isobel ivana ivanka ivy jacinda jacinta jackie jacklyn jaclyn jacqueline jacqui jada jaime jamie jan
  jana jane janelle janet janette janice janie janine jasmine jaspreet jaya jayne jean jeana jeanie jeanine
  jeanne jeannette jeannie jena jenna jennie jennifer jenny jesse jessica jessie ji-woo jiayi jill jillian
  jo joan joanie joann joanna joanne jocelyn jodi joelle joey johanna jolene jordan jordyn josephine josie
  jovita joy joyce juana juanita judi judith judy juhi julia juliana julianna julianne julie juliet juliette
  jun june justine jutta jyoti kacey kaitlin kaitlyn kajal kalpana kamal kamala kamla kanika kareena karen
  kari karin karina karla karyn kasey katarina katarzyna kate katelyn katherina katherine kathie kathleen
  kathryn kathy katie katja katrin katrina katy kavita kay kayla kayleigh keiko keira keisha kelley kelli
  kelly kellyanne kendall kendra keri kerry kezia khadija khushi kiera kim kimberley kimberly kiran kirsten
  kirstie kirstjen kirsty klara komal krista kristen kristi kristin kristina kristine kriti krystal ksenia
  kumiko kusum kylie lacey laila lakshmi lana lara larisa larissa lata latasha latoya laura laurel lauren
  laurie lauryn layla leah leann leanna leanne lee leela leigh leila lena leonora lesley leslie leticia li
  lidia liesel lilian liliana lillian lillie lilly lily linda lindsay lindsey lindy linh lisa lisbeth livia
  liz liza lizzie lois lola loren lorena loretta lori lorie lorraine lotte lottie lou louisa louise luann
  lucia luciana lucille lucinda lucy ludmila luisa lupe luz lydia lyn lyndsey lynn lynne mabel mackenzie
  madeleine madhu madhuri madison mae magda magdalena maggie maia mairead makiko makoto malala malgorzata
  malia malini malkia mallory mamata mandeep mandy manisha manju mara marcella marcia marcy margaret
  margarita margery margo margot marguerite maria mariah mariam mariana marianne maribel maricela marie
  marietta marilu marilyn marina marion marisa marisol marissa maritza marjorie marla marlene marsha marta
  martha martina martine marva mary maryam maryann maryanne mathilde matilda maude maura maureen mavis
  maxine maya meaghan medha meena meenakshi meera megan meghan megyn mei meiling mel melania melanie melezia
  melinda melissa mercedes meredith merle meryl mette mia michaela michele michelle michiko mickey mikaela
  mildred milena millie mimi min-ji mindy ming minh minnie mira miriam mirjam moira mollie molly mona monica
  monika monique morgan mrinal muriel myra myrna myrtle mythili nadezhda nadia nadine nadira nadja nalini
  namrata nan nancy nandini nanette naoko naomi nat natalia natalie natalya natasha nathalie navdeep neha
  nell nellie nelly netta ngozi nia niamh nicki nicky nicola nicole nicolette nidhi nikita nikki nikola nina
  nirmala nisha nkechi nneka noelle noemi noemie nola noor nora norah noreen noriko norma noura nuala
  octavia odessa odette odile oksana olena olesya olga olivia oprah ora orla ottilie padma paige paloma pam
  pamela paola parul pat patrice patricia patsy patti patty paula paulette pauline payal peggy penelope
  penny perla pernille petra peyton philippa philomena phoebe phyllis pilar piper pippa polina polly pooja
  poonam poppy portia prachi pratibha preeti priscilla priti priya priyanka purnima quinn rachael rachel
  rachelle rachna radha ragini ragnhild raisa rajni ramona randi rani rania raquel rashida rashmi rebecca
  rebekah reena regina rekha renate rene renee renu reyna rhea rhiannon rhoda rhonda rihanna rikke rikki
  riley rina rita ritu riya robbie roberta robin robyn rochelle rocio roisin roma ronda ronna rory rosa
  rosalie rosalind rosalynn rosanna rosario rose roseanne rosemarie rosemary rosetta roshni rosie rowan
  rowena roxana roxanne ruby rupa ruth ruthie sabine sabrina sacha sachiko sade sadhna sadie sakshi sakura
  sally salma salome sam samantha samira sana sandi sandra sandy sangeeta sania saoirse sapna sara sarah
  sarita saroj sasha saskia savannah savita scarlett seema selena serena shabana shalini shana shanice
  shannon shanti shari sharmila sharon shashi shauna shawn shawna shayla sheila shelby shelley sherri
  sherrie sherry sheryl shilpa shirin shirlee shirley shobha shonda shreya shruti sian sibyl sidney sienna
  sigourney sigrid silke silvia simone simran sinead siobhan siri sita skye skyler smita smriti sneha sofia
  sofie solange soledad solveig sonal sonali sondra sonia sonja sonya soo-jin sophia sophie stacey stacy
  stefania stefanie steffi stella stephanie sudha sue sujata sukhbir sukie sunanda sunita supriya surbhi
  susan susana susannah sushma susie suzan suzanna suzanne suzette svenja svetlana swati sybil sylvia sylvie
  tabitha tallulah tamara tamika tammi tammie tammy tamra tania tanvi tanya tara taryn tasha tatiana tatjana
  tatum tawny taylor teresa teri terri terry tessa thandiwe thea thelma theodora theresa therese thuy tiana
  tiffany tina tomoko toni tonya tori tracey tracie tracy tricia trina trisha tristan trixie trudy trupti
  tulsi tyra ulla ulrike uma una ursula usha vaishali val valentina valeria valerie vandana vanessa varsha
  vasundhara veena velma venus vera verna veronica veronique vicki vicky victoria vidya vigdis vinita viola
  violet violette virgie virginia vivian vivienne wanda wanjiku wei wendy whitney wilhelmina wilma winifred
  winnie winona xiaoling ximena xin xiomara xiu yamini yan yasmin yasmina yasmine yelena yesenia ying
  ying-wen yoko yolanda yolande yuki yuko yulia yuriko yvette yvonne zadie zahra zainab zanele zara zelda
  zoe zoey zofia zola zuleika zuzana
`);

/** Given names of men. */
export const MALE_NAMES = set(`
  aamir aaron abdoulaye abdul abdullah abdulrahman abe abel abhijit abhinav abhishek abraham adam adama adan
  adel adil aditya adolfo ahmad ahmed ahmet aiden ajay ajit akash akeem akhil akihito akira alain alan
  alasdair alassane alastair albert alberto albie alden aldo alec aled alejandro alejo aleksander aleksandr
  alessandro alex alexander alexandre alexandros alexei alexis alfie alfonso alfred alfredo ali alistair
  allan allen alok alonso alton alun alvaro alvin amadou ambrish ambrose amir amit amitabh amol amos anand
  anant anas anatoly anders anderson andre andrea andreas andres andreu andrew andriy andrzej andy angel
  angelo angus anil aniruddha ankit ansel anselm ante anthony antoine anton antonin antonio antonis anup
  anupam anurag anwar archibald archie ari arjan arjun armand armando arnab arnaud arnold aron arron arsene
  arthur arturo arun arvind asa asher ashish ashley ashok ashraf ashton ashwin assad attila atul aubrey
  august augusto augustus austin avery avik avinash axel ayush bailey balaji balazs ban barack barnaby
  barney barrie barron barry bart bashar basil beau beck bela ben benedict benito benjamin bennett benny
  benoit benson bernard bernardo bernd bernie bert bertie bertram bertrand bharat bhupesh bilal bill billy
  biplab bjorn blaine blair blake bo bob bobbie bobby bogdan bola boris boyd brad bradley brady brandon
  brandt brannon braxton brayden brendan brennan brent bret brett brian brock brody bruce bruno bryan bud
  bulent burt byron caleb callum calvin cameron carl carlo carlos carlton carmelo carroll carson carter cary
  casey caspar cassius catalin cecil cedric cedrick cem cesar cesare chad chandler chandra charles charley
  charlie chase chester chetan chidi chinedu chirag chris christian christoph christophe christopher
  christos chuan chuck chuka ciaran cillian ciprian clarence clark claude claudio clay clayton clem clement
  cleophas cliff clifford clint clinton clive clyde cody colby cole coleman colin colton conan connor conor
  conrad cooper corbin corey cormac cornelius cory costas craig cristian cristiano cristobal cruz curt
  curtis cyril cyrus dafydd daiki daisuke dale dalton damian damien damion damon dan dana daniel danilo
  danny dante darby darian darin dario darius darnell darrel darrell darren darryl darshan dashiell dave
  david davide davor dean deandre declan dee deepak deepesh dejan del delbert demetrius denis dennis denys
  denzel deon derek derrick des deshawn desmond dev devendra devin devon devonte dewi dexter dhananjay dhruv
  diarmaid diarmuid dick didi didier diego dieter dietmar digvijay dilip dimitris dinesh dino dirk dmitri
  dmitriy dmitry dmytro domenico domingo dominic dominique don donal donald donnell donnie donovan doug
  dougal dougie douglas dragan drake drew duane dudley duncan dustin dusty dwayne dwight dylan dyson eamon
  earl earnest easton ebenezer ed eddie edgar edison edmund edouard eduardo edward edwin efrain efren elbert
  elbridge eldon eli elias elijah eliot ellery elliot elliott ellis ellsworth elmer elon elroy elton elvis
  emanuel emeka emil emile emiliano emilio emlyn emmanuel emmet emmett emre enda ennio enoch enrique enzo
  eoin ephraim eric erik ernest ernesto ernie ernst errol esai espen esteban ethan etienne eugene evan
  evander everett everette ezra fabian fabien fabio fahad faisal fareed farid faron fausto federico felipe
  felix femi ferdinand ferenc fergal fergus fernando ferris fidel filippo finlay finn finnegan fintan fitz
  fletcher florian florin floyd forrest foster fouad francis francisco franck franco francois frank frankie
  franklin fraser frazer fred freddie freddy frederick friedrich fritz fumio gabe gabor gabriel gaetano gail
  gajendra gale galen ganesh gareth garrett garrison garry garth gary gaston gaurav gautam gavin gaylord gaz
  geert gene gennady geoff geoffrey george geraint gerald gerard gerardo gergely gerhard germaine gerry
  gethin geun-hye gheorghe giacomo gianluca gianni giannis gideon gil gilbert giles gilles gino giorgio
  giorgos giovani giovanni girish giuseppe glen glenn glyn godfrey gonzalo goodluck gopal goran gordon
  govind grady graeme graham granger grant graydon grayson greg gregory griffin grzegorz guenther guido
  guillermo gunter gunther guo gurpreet gus gustaf gustavo guy gwilym gwyn gyorgy habib hadi haiden haider
  hakan hakeem hal hamad hamid hamish hamza hanif hank hans hao harbhajan hardik hari harish harlan harley
  harlow harold harpreet harris harrison harry harsh haruki harvey harvie hasan hassan hayden heath hector
  heiko heinrich heinz helmut hemant hendrik henri henrik henry herbert herman hernan hernando hershel herve
  hew hezekiah hideki hideo hilary hilton himanta hiram hiroki hiroshi hitesh holger hollis homer horace
  horatio horst hosni howard hubert hugh hugo humayun humberto humphrey humza hun hunter hussein huw hywel
  iain ian ibrahim idris idriss ieuan ifeanyi iggy ignacio igor ike imran imre imtiaz inder indrajit ionut
  ira irfan irvin irving isaac isaiah ishaan ishan isiah isidro ismael ismail issa istvan iulian ivan ivica
  ivor iwan izaak jabari jace jacek jack jackie jackson jacob jacques jaden jae-in jafar jagdish jagmeet jai
  jaime jair jairo jake jalal jamal james jameson jamie jamil jan janos janusz jared jaron jaroslaw jarrett
  jarvis jasen jason jasper jaspreet jasprit jatin javad javier jax jay jayant jayden jayson jean
  jean-claude jean-luc jeb jed jedediah jeff jefferson jeffery jeffrey jeh jens jeremiah jeremie jeremy
  jermaine jeroen jerome jerrold jerry jesse jessie jesus jethro jian jianguo jim jimmie jimmy jinping jiro
  jitendra jo joachim joakim joao joaquin job jochen joe joel joey johan johann johannes john johnathan
  johnnie johnny jon jonah jonas jonathan jong-un jonny jonty joost jordan jordi jorge jorgen joris jose
  josef joseph josh joshua josiah josue jozsef juan jud judah judd jude judson juergen jules julian julio
  julius jun junichiro jurgen justin justus jyotiraditya kagame kailash kaleb kamal kane kapil karan kareem
  karim karl karsten kartik kasper kazuo keanu keaton keegan kei keir keith kelly kelvin kemal ken kenan
  kendrick kenichi kenji kenneth kenny kent kenta keqiang kerry keshav kevin khaled khalid khalil khizr
  kiefer kieran kieron killian kim kip kiran kirby kirk kishore kjell klaus klay knox kobe kobi kofi kohei
  koji kojo konrad konstantin kostas kris krishna kristian kristof krzysztof kuldeep kumar kunal kurt kurtis
  kusum kwabena kwame kwasi kweku kyle kyler kyriakos kyrie lachlan lafayette laird lalit lalu lamar lamont
  lance landon landry lane larkin larry lars laszlo laurence laurent lavar lawrence lazaro leander leandro
  lebron lech lee lei leif leigh leland lemuel len lenard lenny leo leon leonard leonardo leone leonid
  leopold leroy lesley leslie lester levi lewis lex li liam liang lincoln lindsay lindsey linh linus lionel
  liviu lloyd logan lokesh lonnie lorenzo lorne lothar lou louie louis lowell luca lucas luciano lucien
  ludovic luigi luis luiz luka lukas luke lula luther lutz lyle lyndon lynn mac maciej mack madan maddox
  madhav magnus mahathir mahdi mahendra mahesh mahinda mahmoud mahmud makoto malachi malcolm malik
  mallikarjun mamadou mandeep manfred manish manmohan manoj mansukh manuel marc marcel marcello marcelo
  marco marcos marcus marek mariano mario marion mark marko markus marlon marquez marquis marshall martin
  marty marvin masahiro masaru mason masoud massimo mateo mateusz mathew mathieu matt matteo matthew
  matthias mattias matty matyas maurice mauricio maurizio maury max maxim maxime maximilian maxwell mayank
  maynard mckenzie mckinley mehdi mehmet mel melvin meredith merlin merrick merrill merv micah michael
  micheal michel michele mick mickael mickey miguel miguelito mihai mikael mike mikel mikey mikhail milan
  miles milind milo milos milton ming minh mircea mirko mitch mitchell mithun mitt mo mohamad mohamed
  mohammad mohammed mohan mohit mohsen mohsin moises monte monty mordecai morgan morris mort morten moses
  moshe moussa muhammad muhammadu muhammed mukesh mukul murali murat murphy murray mustafa mwai myron nabil
  nagesh nand naohiro naoto narayan narendra naresh naruhito nasir nasser nat nate nathan nathaniel navdeep
  naveen navjot nawaz neal nebojsa ned neeraj nehemiah neil nelson nenad neville nevin newt nguyen niall
  nicholas nick nicky niclas nico nicola nicolae nicolai nicolas niels nigel nikhil nikita nikola nikolai
  nikos nilesh nils nirav nishant nitin nitish nnamdi noah noboru noe noel nolan noor norbert norman norris
  novak nuno obadiah obi octavio octavius odell oguz oisin ola olaf oleg oleksandr oleksiy oliver olivier
  ollie olof olu olusegun oluwaseun om omar omari omkar oren orhan orin orlando orson osama osamu osborne
  oscar osman ossie osvald osvaldo otis otto ousmane ovidiu owen ozzie ozzy pablo paddy padraig palaniappan
  pankaj panos paolo paras parth pascal pat patricio patrick paul paul-marie pauly pavan pavel pax paxton
  payton pedro percival percy perry pervez pete peter petr petro peyton phil philip philippe phillip phineas
  phuc pierce pierre piers pieter pietro piotr piyush porter prabhakar pradeep pradip prahlad prakash pramod
  pranab pranav prashant pratap prateek praveen predrag prem preston prithviraj qasim qiang quentin quincy
  quinn quinton radoslaw radu rafael rafiq raghav raghuram raheem rahm rahul raila rainer raj rajan rajat
  rajeev rajendra rajesh rajiv rajkumar rajnath raju rakesh raleigh ralf ralph ram ramdas ramesh ramiro
  ramon ramsey ranbir rand randal randall randolph randy ranjan ranjit raoul raphael rashad rasheed rashid
  rasmus raul ravi ravichandran ravindra ravishankar ray raymond raymundo razvan reagan recep reece reed
  reggie reginald reid reihan reinaldo reince reinhard remi remy renaldo renato rene reuben rex reynaldo
  reza rhett rhodri rhys ricard ricardo riccardo rich richard richie rick rickey ricki ricky rico rigoberto
  riley rishabh rishi ritesh riyad rob robb robbie robby robert roberto robin robyn rocco rocky roderick
  rodger rodney rodolfo rodrick rodrigo rogan rogelio roger rohan rohit roland rolando rolf rollie romain
  roman romano romeo ron ronald ronaldo ronan ronnie ronny rory rosario roscoe roshan ross rowan roy royce
  ruairi ruben rudolf rudy ruediger rufus rupert ruslan russell rusty ruud ryan ryder ryo ryosuke saad sacha
  sachin sadiq saeed sahil saif sajid sajjad sal salah saleem salman salvador salvatore sam samar sami samir
  sammy samrat samson samuel sandeep sandor sandro sandy sanjay sanjiv santiago santino santosh sarath
  sarvesh sasa sascha sasha satish satoru satoshi satya satyendra saul saurabh saverio scot scott seamus
  sean sebastian sebastien segun sekou selahattin sergei sergey sergio serhiy serkan seth seydou seymour
  shahbaz shahid shailesh shaktikanta shane shankar shannon shaquille sharad shashank shashi shaun shawn
  shay shekhar shelby sheldon shelley sherman sherwin shigeru shinji shinsuke shintaro shinzo shivam shivraj
  shohei shreyas shubham shun sid siddharth siddhartha sidney siegfried silas silvio simeon simon simran
  sipho skip skyler slobodan sol solomon sonny soren sorin sosuke sourav spencer spike spyros srikanth
  srinivas stacey stacy stan stanley stavros stefan stefano stelios stephan stephane stephen sterling stevan
  steve steven stevie stewart stu stuart subhash subramanian sudarshan sudheer sudhir sukhbir sully sumit
  sundar sunil surendra suresh suryakumar sushil susumu sven swapan sybrand syed sylvain sylvester ta-nehisi
  tad tadao takashi takeshi takuya talal talib tanmay tanner tao tarek tariq taro tarun tate tatsuya tatum
  tavis tayler taylor tayyip ted teddy tejashwi teo terence terrance terrell terrence terry tetsuya tex
  thabo thad thaddeus thanos themba theo theodore theron thibaut thierry thom thomas thor thorsten thurman
  tiago tibor tim timothy titus tobias tobin toby todd tom toma tomas tomasz tomislav tommie tommy toni tony
  torrey torsten toshiro trace tracey tracy traian travis tre tremaine trent trenton trevor trey tristan
  troy truman tsuyoshi tuan tucker tudor tunde ty tycho tyler tyree tyrell tyrone tyrus tyson uche uday
  udaya udo ugo uhuru ulf ulises ulrich ulysses umberto umesh umit uri usman utkarsh uwe vaibhav val
  valentin valentino van vance varinder varun vasile vassilis vasudev vaughn venkaiah venkat venkatesh vern
  vernon vic vicente victor vidal vijay vikas vikram vikrant viktor vimal vin vinay vince vincent vineet
  vinnie vinny vinod viorel vipin virat virgil vishal vishnu vishwanath vitaly vito vitor vittorio vivek
  vladan vladimir vladislav volker volodymyr vuk wade wael walid wallace wally walt walter warner warren
  waylon wayne wei weldon wendel wendell werner wes wesley westley whitney wil wilbert wilbur wiley wilfred
  wilfrid will willard willem william willie willis wilson wim winfield winfred winston wojciech wolf
  wolfgang woodrow woody wouter wyatt xavier xi xiaoping xin yahya yakov yan yang yanis yannick yannis yash
  yashwant yasin yasir yasser yasuhiro yasuo yaya yehuda yemi yevgeny yi yiannis yilmaz ying yogendra yogi
  yong yoshi yoshihide youssef yoweri yuichi yuki yukio yuri yusuf yusuke yuvraj yvan yves zach zachariah
  zachary zack zafar zaheer zahir zaid zalmay zane zayed zbigniew zeb zeke zeljko zhang zhao ziggy zion
  zoltan zoran zsolt
`);
