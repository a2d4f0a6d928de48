const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words, folded, that make a name the name of an organisation, a place or a work, wherever they stand in it. */
export const ORGANISATION_WORDS = set(`
  party times post university college school institute committee commission council congress senate house parliament court department ministry office
  agency bureau association federation union league club society foundation fund bank group company corporation corp inc ltd llc plc co airlines airways
  news press journal tribune herald gazette guardian telegraph mirror chronicle magazine review network television tv radio media channel
  center centre hospital church cathedral temple mosque museum library theater theatre hall stadium arena park street avenue road square airport station bridge
  tower towers building island islands river lake mountain mountains valley bay beach coast ocean sea county city town village district state states kingdom republic
  province region north south east west northern southern eastern western central world cup olympics games championship conference convention summit forum
  festival award awards prize act bill law amendment treaty agreement accord deal plan program programme project campaign movement coalition alliance nations united
  army navy force forces guard police fbi cia nsa irs nato un eu nhs bbc cnn nbc abc cbs msnbc fox espn npr ap afp reuters upi rnc dnc gop epa doj fda fcc aclu nra naacp
  survey poll report index study research journal team staff board brexit obamacare medicare medicaid covid
  day week month year night morning evening weekend christmas easter thanksgiving ramadan
  street wall capitol pentagon kremlin downing westminster hollywood broadway facebook twitter google youtube instagram amazon apple microsoft
  bloomberg politico breitbart buzzfeed vox slate salon huffington newsmax gallup quinnipiac pew rasmussen politifact
  security services service union authority trust systems system technologies energy oil gas motors international global national federal
  sachs fargo parenthood matters matter rights lives villa rovers wanderers athletic albion hotspur suisse haram jazeera fein yard deutsche barclays hsbc
  pfizer moderna astrazeneca toyota honda nissan tesla boeing airbus nasa esa ofcom ofsted fifa uefa ioc nfl nba nhl mlb opec unicef unesco oxfam
  amnesty greenpeace hamas hezbollah taliban isis qaeda netflix disney walmart ibm intel samsung sony huawei uber airbnb spotify tiktok snapchat
  supreme democratic republican conservative labour liberal democrats republicans conservatives tories americans
`);

/** First words, folded, of places of several words: "New Jersey", "Hong Kong". */
export const PLACE_OPENERS = set(
  'new los san santa las hong saudi sri puerto costa fort mount lake cape port tel white south north east west great northern southern eastern western el sao rio buenos kuala silicon wall capitol downing upper lower central sierra ivory czech united',
);

/** Countries, cities and peoples that stand alone as a subject ("China said"), folded. */
export const PLACES = set(`
  afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia brazil britain bulgaria
  cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe finland france georgia
  germany ghana greece guatemala haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo
  kuwait laos latvia lebanon libya lithuania luxembourg malaysia mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal
  netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland
  senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay uzbekistan
  venezuela vietnam wales yemen zambia zimbabwe africa asia america antarctica
  washington london paris berlin moscow beijing tokyo delhi mumbai kyiv kiev brussels rome madrid vienna geneva dublin edinburgh cardiff belfast manchester
  liverpool birmingham glasgow leeds bristol tehran baghdad kabul damascus jerusalem gaza cairo ankara istanbul athens warsaw budapest prague seoul pyongyang taipei ottawa
  toronto montreal vancouver sydney melbourne canberra wellington auckland johannesburg nairobi lagos havana caracas bogota lima santiago
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
  massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
  chicago boston houston dallas detroit philadelphia phoenix seattle denver atlanta miami cleveland pittsburgh baltimore milwaukee orlando tampa charlotte
  manhattan brooklyn harlem calif fla ill pa ariz mich minn wis nev colo conn mass
  american americans british briton britons english scottish welsh irish french german italian spanish russian chinese japanese indian canadian australian mexican israeli
  iranian iraqi syrian afghan turkish greek polish ukrainian european african asian arab muslim muslims christian christians catholic catholics jewish jews hispanic latino latinos
  hispanics black white blacks whites asians native democrat republican democratic gop catholics evangelicals evangelical mormon mormons protestant arabs palestinians palestinian
  israelis russians ukrainians germans mexicans canadians iranians iraqis syrians cuban cubans korean koreans saudi saudis dutch swedish norwegian danish finnish swiss
  austrian belgian portuguese hungarian czech romanian bulgarian serbian croatian vietnamese thai filipino indonesian pakistani egyptian kenyan nigerian
  ghanaian brazilian argentine colombian venezuelan chilean peruvian texan texans virginian us u.s usa uk u.k u.n god lord jesus internet
`);
