import { fold } from '../text/fold.js';
import { memo } from '../text/memo.js';
import { type Entry, newEntry, record, roleNouns, type Saying } from './person-entry.js';

const set = (words: string) => new Set(words.split(' '));

// Nouns that mean one trade and nothing else: a "defender" may be a lawyer, a "minister" of either kind, a "judge" of
// singers is told from one in court by what else the articles call them.
const TRADES = {
  sport: set(
    'footballer striker midfielder goalkeeper winger quarterback batsman bowler cricketer sprinter swimmer jockey cyclist golfer boxer',
  ),
  court: set('judge magistrate prosecutor barrister solicitor'),
  medicine: set(
    'surgeon nurse midwife paramedic paediatrician pediatrician cardiologist oncologist neurologist',
  ),
  church: set('priest bishop archbishop cardinal rabbi imam vicar'),
  office: set('senator congressman congresswoman governor premier lawmaker mp'),
};
type Trade = keyof typeof TRADES;

// Only what one person is never both of within a few years; lawyers, doctors and pastors do become politicians.
const APART: readonly (readonly [Trade, Trade])[] = [
  ['sport', 'court'],
  ['sport', 'medicine'],
  ['sport', 'church'],
  ['sport', 'office'],
  ['court', 'medicine'],
  ['court', 'church'],
  ['medicine', 'church'],
];

// Further apart in time a person may have changed trades.
const MOST_DAYS = 730;
const DAY = 86_400_000;

type Side = { trades: Set<Trade>; articles: Set<string>; days: number[] };

/**
 * The people behind one name: several where dated articles of much the same time give them trades that nobody has
 * both of, and no article gives both. What an article without such a trade prints goes with those who share its
 * role, else stays an entry of its own.
 */
export function tellApart(entry: Entry): Entry[] {
  const sides = sidesOf(entry);
  if (sides.length < 2) return [entry];
  const people = sides.map(({ articles }) => ({ articles, records: sayingsIn(entry, articles) }));
  const unclear: Saying[] = [];
  for (const article of entry.articles) {
    if (people.some(({ articles }) => articles.has(article))) continue;
    const here = sayingsIn(entry, new Set([article]));
    const nouns = nounsOf(here);
    const fitting = people.filter(({ records }) => [...nounsOf(records)].some((noun) => nouns.has(noun)));
    (fitting.length === 1 && fitting[0] ? fitting[0].records : unclear).push(...here);
  }
  return [...people.map(({ records }) => records), unclear]
    .filter((records) => records.length > 0)
    .map((records) => {
      const person = newEntry(entry.name, entry.full);
      for (const one of records) record(person, one);
      return person;
    });
}

/** Trades that may be one person's together, with the articles that give them. */
function sidesOf(entry: Entry): Side[] {
  const byArticle = new Map<string, Side>();
  for (const { article, role } of entry.records) {
    const trades = tradesOf(role ?? '');
    if (trades.length === 0) continue;
    const day = article.publishedAt === null ? Number.NaN : Date.parse(article.publishedAt) / DAY;
    const side = byArticle.get(article.id) ?? {
      trades: new Set(),
      articles: new Set([article.id]),
      days: [day],
    };
    for (const trade of trades) side.trades.add(trade);
    byArticle.set(article.id, side);
  }
  // First by trades alone: five at most, however many articles.
  const byTrades = new Map<string, Side>();
  for (const side of byArticle.values()) {
    const key = [...side.trades].sort().join();
    const same = byTrades.get(key);
    if (same) absorb(same, side);
    else byTrades.set(key, side);
  }
  let sides = [...byTrades.values()];
  for (;;) {
    const [one, other] = pairOf(sides, (a, b) => !areApart(a, b));
    if (!one || !other) return sides;
    absorb(one, other);
    sides = sides.filter((side) => side !== other);
  }
}

function pairOf(sides: readonly Side[], fits: (one: Side, other: Side) => boolean): Side[] {
  for (const [at, one] of sides.entries()) {
    const other = sides.slice(at + 1).find((side) => fits(one, side));
    if (other) return [one, other];
  }
  return [];
}

function absorb(side: Side, other: Side): void {
  for (const trade of other.trades) side.trades.add(trade);
  for (const article of other.articles) side.articles.add(article);
  side.days.push(...other.days);
}

function areApart(one: Side, other: Side): boolean {
  if ([...one.trades].some((trade) => other.trades.has(trade))) return false;
  const clash = APART.some(
    ([a, b]) => (one.trades.has(a) && other.trades.has(b)) || (one.trades.has(b) && other.trades.has(a)),
  );
  return clash && daysBetween(one.days, other.days) <= MOST_DAYS;
}

/** Days from the end of the earlier to the start of the later, 0 where they overlap; NaN where a date is missing. */
function daysBetween(one: readonly number[], other: readonly number[]): number {
  const range = (days: readonly number[]) =>
    days.reduce(({ first, last }, day) => ({ first: Math.min(first, day), last: Math.max(last, day) }), {
      first: Number.POSITIVE_INFINITY,
      last: Number.NEGATIVE_INFINITY,
    });
  const [a, b] = [range(one), range(other)];
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** The trades that a role gives somebody now: "a judge and former striker" is a judge, "the footballer's wife" neither. */
const tradesOf = memo((role): Trade[] => {
  const heads = role
    .slice(0, 300)
    .split(/,|\band\b/)
    .filter((part) => !/\b(?:former|ex|retired|onetime|one-time|then|late)\b/i.test(part))
    .map((part) => fold(part).split(/\b(?:of|for|at|in|on|with|from|to|who|by)\b/)[0] ?? '')
    .map((part) => part.match(/[a-z-]+/g)?.at(-1) ?? '');
  const trades: Trade[] = ['sport', 'court', 'medicine', 'church', 'office'];
  return trades.filter((trade) => heads.some((head) => TRADES[trade].has(head)));
});

function sayingsIn({ records }: Entry, articles: ReadonlySet<string>): Saying[] {
  return records.filter(({ article }) => articles.has(article.id));
}

function nounsOf(records: readonly Saying[]): Set<string> {
  return roleNouns(records.flatMap(({ role }) => role ?? []));
}
