import type { Gender } from './names.js';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Nouns, singular and folded, for what a person is: they can speak, and they describe a person who has a name. */
const ROLES = set(`
  president vice-president minister secretary spokesman spokeswoman spokesperson nominee candidate leader lawmaker senator congressman congresswoman
  representative governor mayor official expert analyst professor critic aide adviser advisor strategist voter supporter chairman
  chairwoman chair chief director manager executive officer founder co-founder owner editor reporter journalist correspondent columnist
  writer author host anchor commentator historian scientist researcher scholar economist lawyer attorney prosecutor judge justice
  doctor physician nurse surgeon teacher student principal coach captain player striker midfielder defender goalkeeper manager athlete champion
  actor actress singer rapper musician director producer artist comedian star celebrity general colonel commander lieutenant sergeant admiral
  soldier veteran detective policeman policewoman constable superintendent sheriff deputy agent inspector ambassador diplomat envoy
  delegate councillor councilman councilwoman alderman commissioner administrator attorney-general chancellor premier king queen prince
  princess pope archbishop bishop cardinal priest pastor rabbi imam reverend activist campaigner organizer organiser volunteer lobbyist donor
  fundraiser pollster consultant operative businessman businesswoman entrepreneur billionaire millionaire mogul investor banker trader farmer
  worker employee engineer driver pilot resident neighbor neighbour witness survivor victim suspect defendant plaintiff man woman boy girl
  mother father son daughter wife husband brother sister widow widower grandmother grandfather uncle aunt cousin niece nephew parent partner
  friend colleague boss head speaker member politician democrat republican conservative liberal independent tory labour socialist mp peer
  running-mate mate opponent rival successor predecessor counsel whip moderator narrator source insider negotiator whistleblower hostess
  contestant fan rescuer firefighter paramedic postmaster registrar dean provost curator conductor composer designer architect chef psychologist psychiatrist
  scientist biologist astronomer physicist chemist ecologist climatologist epidemiologist virologist statistician mathematician
  sociologist philosopher theologian lecturer fellow tutor headteacher headmaster headmistress trustee treasurer accountant broker
  batsman batter bowler pitcher quarterback forward winger skipper referee umpire trainer jockey owner promoter boxer sprinter swimmer tennis-player
  cyclist golfer footballer cricketer teammate shopkeeper retiree pensioner mechanic waitress bartender barista taxi-driver trucker coordinator
  organiser sponsor secretary-general chief-executive ceo cfo coo undersecretary under-secretary first-lady lady congressperson whip
  activist blogger photographer filmmaker novelist poet playwright biographer
  master mistress warden ranger keeper guard clerk vicar curate steward builder plumber electrician carpenter baker butcher grocer publican landlord
  landlady brewer winemaker fisherman shepherd miner welder blacksmith postman lifeguard coastguard midwife vet veterinarian librarian archivist
  archaeologist geologist oceanographer meteorologist forecaster astronaut cosmonaut inventor publisher promoter translator interpreter caretaker
  gardener zoologist botanist geneticist immunologist neurologist cardiologist oncologist paediatrician pediatrician anthropologist
  linguist criminologist demographer technician programmer developer auditor actuary solicitor barrister notary juror
  bailiff marshal chaplain canon deacon monk nun imam collector magistrate chairperson secretary-designate co-author confidant confidante insider loyalist ally foe detractor sympathizer backer booster surrogate communicator superdelegate candidate frontrunner front-runner contender hopeful challenger incumbent
  eyewitness bystander onlooker passerby passer-by commuter shopper motorist tourist visitor homeowner tenant customer client patient protester protestor
  demonstrator refugee migrant inmate prisoner detainee hostage relative classmate roommate flatmate housemate graduate vendor hawker legislator mla msp
  full-back fullback centre-back left-back right-back scorer substitute debutant rookie wicketkeeper all-rounder opener spinner seamer linebacker cornerback
  receiver shortstop outfielder catcher goalie goaltender investigator entomologist paleontologist palaeontologist neuroscientist seismologist volcanologist geographer
  vice-chancellor ombudsman tycoon magnate industrialist teenager schoolboy schoolgirl grandson granddaughter mum mom dad fiancee fiance girlfriend
  boyfriend stepfather stepmother influencer youtuber vlogger podcaster presenter newsreader drummer guitarist bassist frontman vocalist songwriter violinist
  pianist dancer ballerina choreographer screenwriter sculptor painter dentist pharmacist gp dermatologist radiologist obstetrician veteran elder sarpanch
`);
const FEMALE_ROLES = set(
  'spokeswoman congresswoman chairwoman actress businesswoman policewoman councilwoman woman girl mother daughter wife sister widow grandmother aunt niece queen princess waitress headmistress hostess lady assemblywoman mum mom girlfriend fiancee schoolgirl ballerina stepmother granddaughter',
);
const MALE_ROLES = set(
  'spokesman congressman businessman policeman councilman man boy father son husband brother widower grandfather uncle nephew king prince pope archbishop headmaster batsman assemblyman dad boyfriend fiance frontman schoolboy stepfather grandson',
);
/** Roles that one person has at a time, in one place or organisation; a senator or a witness is one of many. */
const OFFICES = set(
  'president minister secretary chancellor premier mayor governor king queen prince princess pope chief head boss leader director chairman chairwoman chairperson chair executive ceo general commander ambassador envoy commissioner speaker archbishop bishop coach manager captain skipper owner founder editor principal headteacher headmaster headmistress dean provost harbourmaster master prosecutor attorney treasurer lady counsel whip spokesman spokeswoman spokesperson wife husband widow widower mother father successor predecessor',
);
/** Groups of people who speak with one voice; sources, but nobody that can be looked up. */
const GROUPS = set(
  'people officials police authorities sources critics experts researchers scientists economists analysts lawmakers prosecutors campaign group company team party government administration committee council department ministry office agency court firm bank union association organization organisation charity club crowd protesters protestors demonstrators audience army military church board commission coalition panel newspaper magazine paper website network hospital school university network police force families residents',
);
/** Things that are written or broadcast, and so can "say" something. */
const DOCUMENTS = set(
  'report statement letter email e-mail ad advert advertisement clip poll survey study paper memo complaint lawsuit spot article story book document filing ruling opinion headline caption tweet post message transcript book law bill order rule rules resolution sign banner poster press-release release editorial op-ed essay review website video speech slogan text indictment affidavit plaque note leaflet flyer motto chant song lyrics line question script teleprompter',
);

const singular = (noun: string): string => {
  if (ROLES.has(noun)) return noun;
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith('wives')) return 'wife';
  return noun.endsWith('s') ? noun.slice(0, -1) : noun;
};

/** True for a noun that one person can be called ("spokeswoman"). Lower case. */
export function isRole(noun: string): boolean {
  return ROLES.has(noun) || (/^(?:ex|co|vice|then)-/.test(noun) && ROLES.has(noun.replace(/^[a-z]+-/, '')));
}

/** True for a role that one person alone has at a time ("the mayor"). Lower case. */
export function isOffice(noun: string): boolean {
  return OFFICES.has(noun);
}

/** True for a noun that can be the subject of "said": a person, several, a group or a document. */
export function canSpeak(noun: string): boolean {
  return (
    isRole(noun) ||
    ROLES.has(singular(noun)) ||
    GROUPS.has(noun) ||
    GROUPS.has(singular(noun)) ||
    isDocument(noun)
  );
}

export function isDocument(noun: string): boolean {
  return DOCUMENTS.has(noun) || DOCUMENTS.has(singular(noun));
}

/** True for several people or a group: never one person. */
export function isPlural(noun: string): boolean {
  return GROUPS.has(noun) || (!ROLES.has(noun) && ROLES.has(singular(noun)));
}

/** The gender that a role tells ("spokeswoman"), if it tells one. */
export function roleGender(noun: string): Gender | null {
  if (FEMALE_ROLES.has(noun)) return 'female';
  return MALE_ROLES.has(noun) ? 'male' : null;
}
