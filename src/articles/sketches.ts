import type { Numbers } from '../text/columns.js';
import { fold } from '../text/fold.js';
import { FNV_BASIS, mixed, withUnit } from '../text/hash.js';
import { joinedFirsts, joinedNumbers, joinedValues, type Stretch } from '../text/stretches.js';

/** Words of a run. Five that agree in order are rarely chance. */
const RUN = 5;
/** Shorter articles share their runs with others by form alone: notices, results, corrections. */
const MIN_RUNS = 60;
/** Kept of each article: its lowest hashes, which are a fair sample of its runs (bottom-k sketch, Broder 1997). */
const SKETCH = 64;

/** Of a sketch the lowest lead to candidates: two articles that share half of their runs miss all 12 once in 4,000 times. */
export const LEADS = 12;

/** The sketches of articles. An empty one stands for a text that is not compared. */
export type Sketches = {
  /** Of article `n` from `first[n]` to before `first[n + 1]`. */
  hashes: Numbers;
  first: Uint32Array<ArrayBuffer>;
  /** The lowest hashes once more, to be looked at for all articles: 12 for each, zeros where there are none. */
  leads: Uint32Array<ArrayBuffer>;
};

/** The sketches of these texts. */
export function sketchesOf(texts: readonly string[]): Sketches {
  const sketches = texts.map(sketchOf);
  const first = new Uint32Array(texts.length + 1);
  for (const [at, sketch] of sketches.entries()) first[at + 1] = (first[at] ?? 0) + sketch.length;
  const hashes = new Uint32Array(first.at(-1) ?? 0);
  const leads = new Uint32Array(texts.length * LEADS);
  for (const [at, sketch] of sketches.entries()) {
    hashes.set(sketch, first[at]);
    leads.set(sketch.subarray(0, LEADS), at * LEADS);
  }
  return { hashes, first, leads };
}

/** The sketches of some stretches of articles, one after another. Most of it is read where it stands. */
export function joinedSketches(sources: readonly Sketches[], stretches: readonly Stretch[]): Sketches {
  const { first, members } = joinedFirsts(
    sources.map((source) => source.first),
    stretches,
  );
  const hashes = joinedNumbers(
    sources.map((source) => source.hashes),
    members,
  );
  const leads = joinedValues(
    sources.map((source) => source.leads),
    stretches.map(({ source, first, after }) => ({ source, first: first * LEADS, after: after * LEADS })),
  );
  return { hashes, first, leads };
}

/** The lowest hashes of the runs of a text, rising, at most 64; none where it has too few runs to tell. */
function sketchOf(text: string): Uint32Array {
  const words = wordHashes(fold(text));
  if (words.length < MIN_RUNS + RUN - 1) return new Uint32Array(0);
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
  return Uint32Array.from(lowest.length < MIN_RUNS ? [] : lowest);
}

/** The estimated share of runs that stand in both texts, of those that stand in either: of the lowest hashes of both together, how many are in both. */
export function sharedRuns(one: Uint32Array, other: Uint32Array): number {
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
