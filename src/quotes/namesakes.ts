import { fold } from '../text/fold.js';
import { type Entry, entryOf, nounsIn, rolesIn, type Saying } from './person-entry.js';

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

/** `first` and `last` are days; NaN where a date is missing. */
type Side = { trades: ReadonlySet<Trade>; articles: Set<string>; first: number; last: number };

/**
 * The people behind one name: several where dated articles of much the same time give them trades that nobody has
 * both of, and no article gives both. What an article without such a trade prints goes with those who share its
 * role, else stays an entry of its own.
 */
export function tellApart(entry: Entry): Entry[] {
  // Whoever stands in one article is one.
  const [first] = entry.records;
  if (entry.records.every(({ article }) => article === first?.article)) return [entry];
  const sides = sidesOf(entry);
  if (sides.length < 2) return [entry];
  const people = sides.map(({ articles }) => {
    const records = entry.records.filter(({ article }) => articles.has(article.id));
    return { records, nouns: nounsIn(records) };
  });
  const clear = new Set(sides.flatMap(({ articles }) => [...articles]));
  const unclear: Saying[] = [];
  for (const [article, here] of byArticle(entry.records)) {
    if (clear.has(article)) continue;
    const nouns = nounsIn(here);
    const [fitting, ...others] = people.filter((one) => [...nouns].some((noun) => one.nouns.has(noun)));
    const home = fitting && others.length === 0 ? fitting : undefined;
    for (const saying of here) (home?.records ?? unclear).push(saying);
    for (const noun of nouns) home?.nouns.add(noun);
  }
  return [...people.map(({ records }) => records), unclear]
    .filter((records) => records.length > 0)
    .map((records) => entryOf(entry.name, entry.full, records));
}

/** Trades that may be one person's together, with the articles that give them; of fewer than two trades nothing. */
function sidesOf(entry: Entry): Side[] {
  const tradesIn = new Map([...rolesIn(entry.records).keys()].map((role) => [role, tradesOf(role)]));
  // Mostly there is nothing to tell apart by.
  if (new Set([...tradesIn.values()].flat()).size < 2) return [];
  const inArticle = new Map<Saying['article'], Set<Trade>>();
  for (const { article, role } of entry.records)
    for (const trade of tradesIn.get(role) ?? [])
      inArticle.set(article, (inArticle.get(article) ?? new Set()).add(trade));
  // First by trades alone: five at most, however many articles.
  const byTrades = new Map<string, Side>();
  for (const [{ id, publishedAt }, trades] of inArticle) {
    const day = publishedAt === null ? Number.NaN : Date.parse(publishedAt) / DAY;
    const side = { trades, articles: new Set([id]), first: day, last: day };
    const key = [...trades].sort().join();
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
  side.trades = new Set([...side.trades, ...other.trades]);
  for (const article of other.articles) side.articles.add(article);
  side.first = Math.min(side.first, other.first);
  side.last = Math.max(side.last, other.last);
}

function areApart(one: Side, other: Side): boolean {
  if ([...one.trades].some((trade) => other.trades.has(trade))) return false;
  const clash = APART.some(
    ([a, b]) => (one.trades.has(a) && other.trades.has(b)) || (one.trades.has(b) && other.trades.has(a)),
  );
  return clash && daysBetween(one, other) <= MOST_DAYS;
}

/** Days from the end of the earlier to the start of the later, 0 where they overlap; NaN where a date is missing. */
function daysBetween(one: Side, other: Side): number {
  return Math.max(0, one.first - other.last, other.first - one.last);
}

/** The trades that a role gives somebody now: "a judge and former striker" is a judge, "the footballer's wife" neither. */
function tradesOf(role: string): Trade[] {
  const heads = role
    .slice(0, 300)
    .split(/,|\band\b/)
    .filter((part) => !/\b(?:former|ex|retired|onetime|one-time|then|late)\b/i.test(part))
    .map((part) => fold(part).split(/\b(?:of|for|at|in|on|with|from|to|who|by)\b/)[0] ?? '')
    .map((part) => part.match(/[a-z-]+/g)?.at(-1) ?? '');
  const trades: Trade[] = ['sport', 'court', 'medicine', 'church', 'office'];
  return trades.filter((trade) => heads.some((head) => TRADES[trade].has(head)));
}

function byArticle(records: readonly Saying[]): Map<string, Saying[]> {
  const articles = new Map<string, Saying[]>();
  for (const saying of records) {
    const here = articles.get(saying.article.id);
    if (here) here.push(saying);
    else articles.set(saying.article.id, [saying]);
  }
  return articles;
}
