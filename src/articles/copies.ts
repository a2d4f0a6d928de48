import { LEADS, type Sketches, sharedRuns } from './sketches.js';

/** Articles in their order, each as the number that its sketch has. */
export type Sketched = { sketches: Sketches; order: Uint32Array };

/** For each article in its order, the earlier one whose edited copy it is. */
export type Copies = {
  /** The place of the earlier one in the order, or -1. */
  of: Int32Array<ArrayBuffer>;
  /** The estimated share of runs of five words that stand in both, of those that stand in either (Jaccard), 0 to 1. */
  share: Float64Array<ArrayBuffer>;
};

/** What was found before, for articles of which many are the same. */
export type CopiesBefore = {
  sketched: Sketched;
  copies: Copies;
  /** For each article now, its place in the order before; -1 where it was not there. What does not rise counts as new. */
  places: Int32Array;
};

/** Of the articles with one lead the last few are compared: a run that stands in more is boilerplate. */
const MAX_WITH_LEAD = 20;
const MIN_SHARE = 0.5;

/**
 * Which articles are nearly the same as an earlier one: for each at most one, the nearest. In one pass, for any number. What is found of an
 * article hangs only on those that share a lead with it, so with `before` it is sought anew only where such a one came or went.
 */
export function nearCopies(now: Sketched, before?: CopiesBefore): Copies {
  const { length } = now.order;
  const found: Copies = { of: new Int32Array(length).fill(-1), share: new Float64Array(length) };
  const sought = before ? soughtAnew(now, before, found) : undefined;
  if (sought?.articles.length === 0) return found;
  const leads = sought && leadsOf(now, sought.articles);
  const isSought = sought?.isSought ?? new Uint8Array(length).fill(1);
  const lastWithLead = new Map<number, number>();
  // For lead `n` of the article at `place`, at `place * LEADS + n`: the one before it with the same lead, plus 1.
  const earlier = new Int32Array(length * LEADS);
  for (let place = 0; place < length; place++) {
    const [from, after] = leadsAt(now, place);
    const candidates = isSought[place] ? new Set<number>() : undefined;
    for (let n = from; n < after; n++) {
      const lead = now.sketches.leads[n] ?? 0;
      if (leads && !leads.has(lead)) continue;
      const at = place * LEADS + n - from;
      const last = lastWithLead.get(lead);
      lastWithLead.set(lead, at);
      if (last === undefined) continue;
      earlier[at] = last + 1;
      for (let one = last, walked = 0; candidates && one >= 0 && walked < MAX_WITH_LEAD; walked++) {
        candidates.add(Math.floor(one / LEADS));
        one = (earlier[one] ?? 0) - 1;
      }
    }
    if (!candidates || candidates.size === 0) continue;
    const sketch = sketchAt(now, place);
    for (const other of candidates) {
      const share = sharedRuns(sketch, sketchAt(now, other));
      if (share < MIN_SHARE || share <= (found.share[place] ?? 0)) continue;
      found.of[place] = other;
      found.share[place] = share;
    }
  }
  return found;
}

/** Puts into `found` what still holds, and gives the articles of which it may not. */
function soughtAnew(now: Sketched, before: CopiesBefore, found: Copies) {
  const { sketched, copies, places } = before;
  const placesNow = new Int32Array(sketched.order.length).fill(-1);
  const added: number[] = [];
  let last = -1;
  for (let place = 0; place < now.order.length; place++) {
    const was = places[place] ?? -1;
    if (was > last) {
      placesNow[was] = place;
      last = was;
    } else added.push(place);
  }
  const removed = [...placesNow.keys()].filter((was) => placesNow[was] === -1);
  const touched = leadsOf(now, added, leadsOf(sketched, removed));
  const isSought = new Uint8Array(now.order.length);
  for (const place of added) isSought[place] = 1;
  const articles = added;
  for (let was = 0; was < placesNow.length; was++) {
    const place = placesNow[was] ?? -1;
    if (place === -1) continue;
    if (hasLeadOf(sketched, was, touched)) {
      isSought[place] = 1;
      articles.push(place);
      continue;
    }
    const other = copies.of[was] ?? -1;
    if (other === -1) continue;
    found.of[place] = placesNow[other] ?? -1;
    found.share[place] = copies.share[was] ?? 0;
  }
  return { articles, isSought };
}

type Leads = { add(lead: number): void; has(lead: number): boolean };

// Asked of every lead of every article, and nearly always for nothing: a look at 64 KiB answers most.
function newLeads(): Leads {
  const maybe = new Uint8Array(1 << 16);
  const all = new Set<number>();
  return {
    add(lead) {
      maybe[lead & 0xffff] = 1;
      all.add(lead);
    },
    has: (lead) => maybe[lead & 0xffff] === 1 && all.has(lead),
  };
}

function leadsOf(sketched: Sketched, places: readonly number[], leads = newLeads()): Leads {
  for (const place of places)
    for (const lead of sketched.sketches.leads.subarray(...leadsAt(sketched, place))) leads.add(lead);
  return leads;
}

function hasLeadOf(sketched: Sketched, place: number, leads: Leads): boolean {
  const [from, after] = leadsAt(sketched, place);
  for (let at = from; at < after; at++) if (leads.has(sketched.sketches.leads[at] ?? 0)) return true;
  return false;
}

/** Where the leads of an article stand; from nowhere to nowhere where it has none. */
function leadsAt({ sketches: { first }, order }: Sketched, place: number): [from: number, after: number] {
  const number = order[place] ?? -1;
  const isSketched = (first[number + 1] ?? 0) > (first[number] ?? 0);
  return isSketched ? [number * LEADS, (number + 1) * LEADS] : [0, 0];
}

function sketchAt({ sketches: { first, hashes }, order }: Sketched, place: number): Uint32Array {
  const number = order[place] ?? -1;
  return hashes.subarray(first[number] ?? 0, first[number + 1] ?? 0);
}
