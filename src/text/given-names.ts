const set = (names: string) => new Set(names.trim().split(/\s+/));

// Common given names of English news, folded. A name in both lists tells no gender.

/** Given names of women. */
export const FEMALE_NAMES = set(`
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna
  michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma
  nicole helen samantha katherine christine debra rachel carolyn janet maria olivia heather diane julie joyce victoria ruth virginia
  lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn
  abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana
  brittany doris kayla alexis lori marie hillary chelsea ivanka melania tiffany kellyanne michele tammy jill nikki condoleezza
  madeleine huma debbie elena sonia kamala dianne nancy loretta sally hope sean-anne kate katie kathy anne annie beth betsy bonnie
  candace carla carmen carrie catherine cathy cecilia claire clara claudia colleen connie courtney crystal daisy dana darlene dawn
  deirdre dolores donna dorothy edith eileen elaine eleanor ella ellen elsa erica erika erin esther eva eve faith felicia fiona
  florence gail gabrielle georgina geraldine gillian gina gladys greta gwen gwendolyn harriet hazel heidi helena holly ida imogen
  ingrid irene iris isabel jackie jane janine jasmine jeanne jenna jenny jeannette joanna joanne jodi josephine joy juanita
  juliet june karin karina katrina kayleigh kirsten kristen kristin kristina lara leah lena leslie liliana lillian lily liz liza
  lois lorraine louise lucia lucy lydia lynn lynne mabel maggie mandy marcia marcy margarita margot marguerite marianne marina marion marjorie
  marlene marsha maureen maxine maya megyn meghan mercedes mia michaela mildred miriam moira molly monica muriel myra nadia nadine
  naomi natasha nina nora norma olga pam pat patti patty paula pauline peggy penelope penny philippa phyllis pippa polly priscilla
  priti priya rhonda rita roberta robin rosa rosalind rose rosemary roxanne sabrina sadie sandy selena shannon sheila shelley
  sherry sheryl silvia sonja sophie stacey stacy stella sue susana suzanne sylvia tamara tanya tara teri tessa thelma tina tracey
  tracy ursula valerie vanessa vera veronica vicki vicky vivian wanda wendy whitney yolanda yvette yvonne zoe zara olena oksana
  melanie marta melezia alejandra ana beatriz camila catalina daniela esperanza gabriela guadalupe ines luisa lupe mariana paloma
  pilar raquel rocio sofia valentina ximena yesenia amelie aurelie brigitte celine chantal dominique elise elodie genevieve
  mathilde monique nathalie noemie odile sabine simone solange sylvie veronique angelika annegret astrid birgit elke franziska frauke
  gisela hannelore heike ilse jutta katja liesel monika petra renate sigrid silke svenja ulrike ursula agnieszka ewa katarzyna
  magdalena malgorzata chiara federica francesca giorgia giulia paola aisha amina ayesha fatima fatma hala hanan khadija laila layla
  leila malala mariam maryam nadira noor noura rania salma samira shirin yasmin yasmine zainab zahra aarti ananya anjali anita
  aparna asha deepa deepika divya gita indira jaya jyoti kavita kiran lakshmi lata leela madhuri mamata meena meera mira neha nirmala nisha
  padma pooja preeti priyanka radha rekha renu ritu sangeeta sarita shanti shreya sita smriti sneha sunita sushma swati uma usha
  vandana vidya akiko aiko emi haruka keiko kumiko makiko michiko naoko noriko sachiko sakura tomoko yoko yuki yuko yuriko jiayi
  meiling mei xiaoling yan ying adaeze chiamaka chinwe folasade ngozi nkechi nneka thandiwe zanele wanjiku akua ama efua abena
  jacinda julianne saoirse siobhan niamh aoife sinead orla roisin grainne mairead ffion carys sian bronwen rhiannon nicola
  theresa angela ursula christine liz arlene kezia yvette jacqui amber dominic-anne gisele brooke paige jordan-anne sienna
  bella elsie ivy freya evie poppy millie rosie ruby scarlett matilda phoebe ava amelia isla mackenzie peyton kaitlyn caitlin
  breanna jocelyn jillian leanne lindsay lindsey kerry kirsty rosanna gemma hayley chloe kim tulsi rashida ilhan ayanna alexandria
  jeanine oprah beyonce taylor adele rihanna serena venus simone steffi martina billie nia tasha latoya keisha shanice ebony
  anya svetlana tatiana yelena irina ludmila natalia olesya larisa galina nadezhda yulia ekaterina anastasia ksenia darya polina
  kirstjen betsy ronna sarah-jane mollie bernadette concetta antoinette colette yvonne gretchen trudy ramona roseanne rosalynn
  geraldine elissa tammie marla ivana lara robyn kristi kelli debi lorie jan jo lou
`);

/** Given names of men. */
export const MALE_NAMES = set(`
  james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven andrew
  paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry
  justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry
  zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur
  lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph
  bobby russell bradley philip eugene barack mitt newt rudy rand ted marco jeb lindsey mike tim tom bill bob jim ben bernie harry
  mitch chuck dick ed rick ron rob sam steve tony trey vladimir boris jens josh jake ned barry bart basil bernard bert brad brendan brent brett
  brock byron calvin cameron carlos cary cecil cedric chad chester chris clarence clark claude clay clayton clifford clint clinton
  clive clyde cody colin conor connor corey cory craig curtis cyril dale damian damien dan danny darrell darren dave dean denis derek derrick desmond
  dexter dick don dominic donnie doug drew duncan dustin dwayne dwight earl eddie edgar edmund edwin eli elliot elliott ellis elmer elvis emmanuel emmett enrique
  eric erik ernest ernie ethan evan ezra felix fergus fernando floyd francis francisco frankie franklin fred freddie frederick gareth garrett
  gavin gene geoff geoffrey gilbert glen glenn godfrey gordon graham grant greg guy hal hank hans harley harrison harvey hector herbert
  herman homer horace howard hubert hugh hugo hunter ian ignacio igor irving isaac ivan jackson jaime jamal jamie jared jarrett jarvis
  jasper javier jay jeff jeffery jerome jerrold jimmy joel johnny jon jonas jorge juan julian julio julius karl keegan ken kenny kent
  kirk klaus kurt lance lars laurence lee len leo leon leonard leroy lester lewis liam lloyd lorenzo louis lucas luis luke luther malcolm manuel
  marc marcus mario marshall martin marvin mathew matt maurice max maxwell mel melvin micah mick mickey miguel miles milo mitchell mohamed
  mohammed mohammad muhammad mohamad morgan morris moses murray myron nate nathaniel neil nelson nigel noel norman oliver omar orlando oscar otis
  otto owen pablo paddy pedro percy perry pete phil phillip pierre preston quentin rafael ramon ray reggie reginald reuben rex ricardo rich
  ricky robbie roberto rodney rodrigo roderick roland roman rory ross rowan rufus rupert salvador samir sandeep santiago saul scot sebastian
  seamus seth shane shaun shawn sheldon sherman sidney simon spencer stan stanley stefan stewart stuart sylvester terence terrence theodore theo toby
  todd tommy travis trevor tristan troy vance vernon victor vince virgil vito wade wallace walt warren wendell wes wesley wilbur will
  willem wolf wyatt xavier yusuf zack zach denys volodymyr petro oleksandr oleksiy andriy dmytro serhiy viktor yuri sergei sergey dmitry
  dmitri mikhail nikolai oleg pavel alexei aleksandr anatoly gennady konstantin maxim roman ruslan vitaly yevgeny emmanuel francois jacques jean-claude
  jean-luc nicolas olivier pascal philippe sylvain thierry yves alain arnaud bertrand christophe didier etienne fabien franck gerard gilles herve laurent
  lionel marcel mathieu maxime michel raphael remy stephane xavier andreas bernd christoph dieter dietmar ernst ferdinand friedrich fritz gerhard
  guenther gunther gunter heiko heinrich heinz helmut holger horst jens joachim jochen johannes juergen jurgen karsten lothar lutz manfred markus matthias olaf
  rainer reinhard rolf ruediger siegfried sven thorsten torsten udo ulrich uwe volker werner wolfgang alessandro alberto andrea angelo antonio
  bruno carlo claudio dario davide domenico emilio enzo fabio federico filippo franco giacomo gianni giorgio giovanni giuseppe guido luca luigi marcello
  massimo matteo maurizio michele paolo pietro renato roberto romano salvatore sergio silvio stefano umberto vittorio adolfo alejandro alfonso alfredo
  alonso alvaro andres arturo augusto cesar cristian cristobal diego eduardo emiliano ernesto esteban fabian felipe fidel gerardo gonzalo
  guillermo gustavo hernan hugo humberto ismael jairo jesus joaquin jordi leandro leonardo lionel marcos mariano mateo mauricio nicolas
  octavio osvaldo raul rene rodolfo rogelio ruben tomas ulises vicente abdul abdullah ahmad ahmed ali amir anwar ashraf assad bashar
  bilal faisal farid fahad fouad habib hamid hasan hassan hosni hussein ibrahim imran ismail jafar jamil karim khaled khalid khalil mahmoud mehmet
  mohsen mustafa nabil nasser osama rashid recep riyad sadiq saeed said salah salman sami tariq tarek usman wael walid yasser youssef zayed zaid
  aditya ajay ajit akash akhil amit amitabh anand anil ankit arjun arun arvind ashish ashok bharat chandra deepak devendra dinesh gaurav girish
  gopal harish hari jagdish karan kapil kumar lalu mahesh manish manoj manmohan mohan mukesh narendra naveen nikhil nitin pankaj piyush prakash pranab
  prashant rahul raj rajat rajeev rajesh rajiv rajnath rakesh ram ramesh ravi rohit sachin sandeep sanjay satish shashi shankar shivraj siddharth srinivas subhash
  sudhir sunil suresh tarun uday varun venkat vijay vikas vikram vinay vinod virat vivek yogi yogendra akira daisuke fumio hideki hiroshi junichiro
  kazuo kenji kenta koji makoto masahiro naoto noboru osamu ryo satoshi shigeru shinzo shinji shohei takashi takeshi taro toshiro yasuo yoshihide yukio
  jinping keqiang xiaoping jong-un jae-in geun-hye wei ming jun lei bo chidi chinedu emeka femi ifeanyi kwame kofi kojo kweku nnamdi obi olusegun
  oluwaseun segun tunde uche sipho thabo themba cyril jacob paul-henri uhuru raila kip mwai yoweri joao jair luiz lula aleksander andrzej
  donald grzegorz jacek jaroslaw krzysztof lech maciej marek mateusz piotr radoslaw tomasz wojciech zbigniew bjorn erik gustaf henrik
  jonas kjell lars magnus mikael niels nils olof soren sven thor ulf ola kristian rasmus anders joakim morten espen geert jan jeroen joost mark
  pieter ruud sybrand wouter dirk aled alun dafydd dewi emlyn gareth geraint gethin gwyn hywel huw ieuan iwan rhodri rhys angus alasdair alistair callum
  cormac declan diarmuid donal eamon eoin fergal finn fintan gerry hamish iain keir lachlan micheal niall oisin padraig ronan ruairi
  jeremy nigel rishi sajid kwasi dominic matt grant jacob alok tobias ed hilary anas humza alex leo enda bertie gavin jermaine tyrone
  tyrell darnell lamar lebron kobe michael-james shaquille deandre marquis demetrius cornelius julian jaden aiden jayden hayden brayden
  corbin cooper carter chase colton dalton easton landon lincoln trent tucker wilson
  donovan earl garry gerry jonny lenny vinny archie alfie charlie freddy reece jude louie ollie ronnie teddy
  reince corey paul-anthony roger-john sheldon carly-jon gennifer-john denzel wolf anderson tavis trevor juan-carlos thom jeh sid dinesh hew merrick antonin
  elon jeff sundar satya mark-anthony zeke drew elbridge ezra reihan avik ramesh jonah rich bret ross maureen-paul ta-nehisi glenn edward-john julian-paul chelsea-john
  khizr humayun ghazala-john alec corey darius damon ivan devin duane elias ellsworth emil ephraim errol evander everett faron foster garth granger
`);
