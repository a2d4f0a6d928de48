import { fold } from '../text/fold.js';
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
/** A run that stands in more articles than this is a boilerplate, and leads nowhere. */
const MAX_WITH_LEAD = 20;
const MIN_SHARE = 0.5;

/** Articles that are nearly the same as an earlier one: for each at most one, the nearest. In one pass, for any number. */
export function nearCopies(articles: readonly Pick<Article, 'text'>[]): NearCopy[] {
  const found: NearCopy[] = [];
  const sketches: (Float64Array | undefined)[] = [];
  const withLead = new Map<number, number[]>();
  for (const [index, { text }] of articles.entries()) {
    const sketch = sketchOf(text);
    sketches.push(sketch);
    if (!sketch) continue;
    const candidates = new Set<number>();
    for (const lead of sketch.subarray(0, LEADS)) {
      const others = withLead.get(lead) ?? [];
      if (others.length < MAX_WITH_LEAD) {
        for (const other of others) candidates.add(other);
        withLead.set(lead, [...others, index]);
      }
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

function sketchOf(text: string): Float64Array | undefined {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(hashOf);
  if (words.length < MIN_RUNS + RUN) return undefined;
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) {
    let run = 0;
    for (let word = at; word < at + RUN; word++) run = mix(Math.imul(run, 31) + (words[word] ?? 0));
    runs.add(run >>> 0);
  }
  return runs.size < MIN_RUNS ? undefined : Float64Array.from(runs).sort().slice(0, SKETCH);
}

// Of the lowest hashes of both together, how many are in both.
function shared(one: Float64Array, other: Float64Array): number {
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

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

// The finaliser of MurmurHash3: every bit of the input moves every bit of the output.
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
