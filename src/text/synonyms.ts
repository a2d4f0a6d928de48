import { stem } from './stem.js';

/** Everyday words that reports use for one another. A match by one of these counts for less than the word itself. */
const GROUPS = `
wife husband spouse married wed
mother father parent son daughter child
build construct erect open complete
kill die casualty fatality slain slay murder
injure wound hurt
movie film picture
locate base situate headquarters
big large huge
small little tiny
start begin launch found establish create
end finish close stop conclude
buy purchase acquire
sell sale
company firm corporation business
job post position role
boss chief head leader director
president chairman chair
author write writer
invent inventor develop
discover find spot detect
cost price worth value fee
money pound dollar fund
car vehicle automobile
ship vessel boat
plane aircraft jet airliner
doctor physician surgeon
teach teacher professor
student pupil
fight battle war combat conflict
soldier troop force military army personnel
weapon arm missile
attack assault strike raid
agree agreement accord treaty deal pact
meet meeting summit talk negotiation
country nation state
city town
river stream
disease illness syndrome disorder
cure treat treatment remedy
symptom sign
cause reason lead
result effect consequence
increase rise grow climb
decrease fall drop decline reduce
win victory beat defeat
lose loss
famous known renowned
name call title
visit travel trip go fly
live reside home resident
work employ employee
supply provide send deliver give
help assist aid support
danger risk threat hazard
important major significant key main primary
old age aged
uk britain british kingdom
us usa america american
russia russian moscow kremlin
ukraine ukrainian kyiv kiev
eu european europe
movement campaign
law legislation act bill
election vote poll ballot
government administration cabinet
police officer cop
prison jail imprison
accuse allege charge
ban prohibit forbid
allow permit let
show reveal indicate demonstrate
worker employee staff
kid child children
area region zone district
amount sum total number
percent percentage proportion share
type kind sort form
religion faith religious
language speak tongue
population inhabitant people resident
damage destroy devastate ruin
arrest detain capture seize
resign quit leave retire
appoint elect name choose
marry marriage wedding
originate come origin derive
near close beside
canada canadian ottawa
france french paris
germany german berlin
italy italian rome
spain spanish spaniard madrid
portugal portuguese lisbon
poland polish pole warsaw
sweden swedish swede stockholm
norway norwegian oslo
denmark danish dane copenhagen
finland finnish finn helsinki
netherlands dutch holland
belgium belgian
switzerland swiss
austria austrian vienna
hungary hungarian budapest
greece greek athens
turkey turkish turk ankara
ireland irish dublin
scotland scottish scot scots
wales welsh
england english
israel israeli
palestine palestinian gaza
egypt egyptian cairo
iran iranian tehran persian
iraq iraqi baghdad
syria syrian damascus
afghanistan afghan kabul
pakistan pakistani islamabad
india indian delhi
china chinese beijing
taiwan taiwanese taipei
japan japanese tokyo
korea korean seoul
vietnam vietnamese hanoi
thailand thai bangkok
philippines philippine filipino manila
indonesia indonesian jakarta
australia australian canberra
zealand zealander
mexico mexican
brazil brazilian
argentina argentine argentinian
chile chilean
peru peruvian
cuba cuban havana
venezuela venezuelan caracas
nigeria nigerian
kenya kenyan nairobi
ethiopia ethiopian
africa african
asia asian
norman normandy
rome roman
czech prague
belarus belarusian minsk
romania romanian bucharest
serbia serbian serb belgrade
`;

const near = new Map<string, Set<string>>();
for (const line of GROUPS.trim().split('\n')) {
  const terms = [...new Set(line.split(' ').map(stem))];
  for (const term of terms) {
    const others = near.get(term) ?? new Set();
    for (const other of terms) if (other !== term) others.add(other);
    near.set(term, others);
  }
}

/** Terms that may stand for `term`; empty for most. */
export function synonyms(term: string): ReadonlySet<string> {
  return near.get(term) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
