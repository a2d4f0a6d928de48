import { fold } from '../text/fold.js';
import { FNV_BASIS, mixed, withUnit } from '../text/hash.js';
import type { Article } from './article.js';

/** Two articles that share so much of their wording that one is an edited copy of the other. */
export type NearCopy = {
  /** Indices into the articles, the earlier one first. */
  articles: [number, number];
  /** The estimated share of runs of five words that stand in both, of those that stand in either (Jaccard), 0 to 1. */
  share: number;
};

/** Words of a run. Five that agree in order are rarely chance. */
const RUN = 5;
/** Shorter articles share their runs with others by form alone: notices, results, corrections. */
const MIN_RUNS = 60;
/** Kept of each article: its lowest hashes, which are a fair sample of its runs (bottom-k sketch, Broder 1997). */
const SKETCH = 64;
/** Of these the lowest lead to candidates: two articles that share half of their runs miss all 12 once in 4,000 times. */
const LEADS = 12;
/** Of the articles with one lead the last few are compared: a run that stands in more is boilerplate. */
const MAX_WITH_LEAD = 20;
const MIN_SHARE = 0.5;

/** Articles that are nearly the same as an earlier one: for each at most one, the nearest. In one pass, for any number. */
export function nearCopies(articles: readonly Pick<Article, 'text'>[]): NearCopy[] {
  const found: NearCopy[] = [];
  const sketches: (Uint32Array | undefined)[] = [];
  const lastWithLead = new Map<number, number>();
  // For lead `n` of article `index` at `index * LEADS + n`: the article before it with the same lead, plus 1.
  const earlier = new Int32Array(articles.length * LEADS);
  for (const [index, { text }] of articles.entries()) {
    const sketch = sketchOf(text);
    sketches.push(sketch);
    if (!sketch) continue;
    const candidates = new Set<number>();
    for (let n = 0; n < LEADS; n++) {
      const lead = sketch[n] ?? 0;
      const place = index * LEADS + n;
      const last = lastWithLead.get(lead);
      lastWithLead.set(lead, place);
      if (last === undefined) continue;
      earlier[place] = last + 1;
      for (
        let at = last, walked = 0;
        at >= 0 && walked < MAX_WITH_LEAD;
        at = (earlier[at] ?? 0) - 1, walked++
      )
        candidates.add(Math.floor(at / LEADS));
    }
    let nearest: NearCopy | undefined;
    for (const other of candidates) {
      const share = shared(sketch, sketches[other] ?? sketch);
      if (share >= MIN_SHARE && share > (nearest?.share ?? 0)) nearest = { articles: [other, index], share };
    }
    if (nearest) found.push(nearest);
  }
  return found;
}

/** The lowest hashes of the runs of a text, rising; undefined where it has too few runs to tell. */
function sketchOf(text: string): Uint32Array | undefined {
  const words = wordHashes(fold(text));
  if (words.length < MIN_RUNS + RUN - 1) return undefined;
  const runs = new Uint32Array(words.length - RUN + 1);
  for (let at = 0; at < runs.length; at++) {
    let run = 0;
    for (let word = at; word < at + RUN; word++) run = mixed(Math.imul(run, 31) + (words[word] ?? 0));
    runs[at] = run;
  }
  runs.sort();
  const lowest: number[] = [];
  for (const run of runs) {
    if (run !== lowest.at(-1)) lowest.push(run);
    if (lowest.length === SKETCH) break;
  }
  return lowest.length < MIN_RUNS ? undefined : Uint32Array.from(lowest);
}

// Of the lowest hashes of both together, how many are in both.
function shared(one: Uint32Array, other: Uint32Array): number {
  const most = Math.min(SKETCH, one.length, other.length);
  let [a, b, both] = [0, 0, 0];
  for (let taken = 0; taken < most; taken++) {
    const [left = Number.POSITIVE_INFINITY, right = Number.POSITIVE_INFINITY] = [one[a], other[b]];
    if (left === right) both++;
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return both / most;
}

/** The words of a text in order, each as its FNV-1a over UTF-16 units. */
function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = FNV_BASIS;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isOfWord(unit)) hash = withUnit(hash, unit);
    else if (hash !== FNV_BASIS) {
      hashes.push(hash);
      hash = FNV_BASIS;
    }
  }
  return hashes;
}

// The text is folded, so most punctuation is ASCII. Halves of a surrogate pair count as letters.
function isOfWord(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return (unit & 0xf800) === 0xd800 || /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
}
