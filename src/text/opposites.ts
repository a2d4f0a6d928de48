import { stem } from './stem.js';

/** Pairs of everyday words that cannot both be what is meant. */
const PAIRS = `
high low
highest lowest
large small
largest smallest
big little
most least
more less
more fewer
first last
first second
second third
third fourth
increase decrease
rise fall
grow shrink
north south
northern southern
east west
eastern western
before after
begin end
start finish
open close
win lose
import export
old new
oldest newest
young old
support oppose
above below
public private
major minor
legal illegal
accept reject
allow prohibit
allow ban
include exclude
male female
man woman
men women
boy girl
husband wife
father mother
son daughter
king queen
early late
earliest latest
long short
longest shortest
strong weak
rich poor
buy sell
enter leave
arrive depart
create destroy
build demolish
attack defend
war peace
ancient modern
simple complex
easy difficult
hot cold
light dark
heavy light
fast slow
upper lower
left right
inside outside
positive negative
internal external
always never
agree disagree
possible impossible
able unable
friend enemy
urban rural
majority minority
maximum minimum
best worst
good bad
guilty innocent
summer winter
birth death
born died
`;

const opposite = new Map<string, string[]>();
for (const line of PAIRS.trim().split('\n')) {
  const [one = '', other = ''] = line.split(' ').map(stem);
  if (one === other) continue;
  opposite.set(one, [...(opposite.get(one) ?? []), other]);
  opposite.set(other, [...(opposite.get(other) ?? []), one]);
}

/** Terms that mean the opposite of `term`; empty for most. */
export function oppositesOf(term: string): readonly string[] {
  return opposite.get(term) ?? [];
}
