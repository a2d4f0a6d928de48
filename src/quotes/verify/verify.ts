import type { ArticleRef } from '../../articles/article.js';
import type { People } from '../people.js';
import type { Quotation } from '../quotation.js';
import { type Alignment, align, alignExactly } from './align.js';
import { buildWholeShingles } from './build-shingles.js';
import { type Claim, readClaim, SHORT_CLAIM, weightOf } from './claim.js';
import { type ClaimedPerson, claimedPerson } from './claimed-person.js';
import { hintsOf } from './hints.js';
import { type Judged, judge } from './judge.js';
import { readMarked } from './marked.js';
import { type Reading, readPlace } from './reading.js';
import { FULL_SHARE, findPlaces, type Shingles } from './shingles.js';
import type { Verdict, Verification, VerifiedSource, VerifyQuery } from './verification.js';

/** An article as quotes are checked against it. */
export type VerifiableArticle = { reference: ArticleRef; text: string; quotations: readonly Quotation[] };

/** What an archive needs in order to check quotes: its articles, and where every pair of words of their texts stands. */
export type VerifyIndex = {
  articles: { at(number: number): VerifiableArticle | undefined };
  people: People;
  shingles: Shingles;
};

const MOST_SOURCES = 10;
/** Places that are compared word by word, fewer for a long claim; and places looked at that hold the whole claim. */
const MOST_PLACES = 32;
const MOST_PLACES_LONG = 12;
const LONG_CLAIM = 80;
const MOST_EXACT = 100;
/** Most times that one place is looked at for the same words. */
const MOST_IN_PLACE = 8;
/** Two or three words that stand in more places than this show nothing. */
const COMMON = 10;

/** What `verifyQuote` asks; `shingles` are those of the articles' texts, where they are already there. */
export function buildVerifyIndex(
  articles: readonly VerifiableArticle[],
  people: People,
  shingles: Shingles = buildWholeShingles(articles.map(({ text }) => text)),
): VerifyIndex {
  return { articles, people, shingles };
}

type Found = { source: VerifiedSource; judged: Judged };

/** Checks a claimed quote. Any text is answered; `snapshot` is passed on. */
export function verifyQuote(index: VerifyIndex, query: VerifyQuery, snapshot: string): Verification {
  const claim = readClaim(query.quote);
  const claimed = query.person === undefined ? null : claimedPerson(index.people, query.person);
  const answer = (verdict: Verdict, found: readonly Found[] = []): Verification => ({
    query,
    snapshot,
    verdict,
    people: claimed?.names ?? [],
    sources: found.slice(0, MOST_SOURCES).map(({ source }) => source),
    total: found.length,
  });
  const weight = weightOf(claim);
  if (weight === 'none') return answer('too-short');

  const found = findAll(index, claim)
    .map(({ article, judged }) => asFound(article, judged, claimed))
    .filter(({ judged, source }) => !judged.onlyIfTheirs || source.attribution === 'claimed');
  const complete = found.filter(({ judged }) => judged.match === 'verbatim' || judged.match === 'shortened');
  const reported = found.filter(({ judged }) => judged.match === 'reported');
  const near = found.length > complete.length + reported.length;
  if (weight === 'exact' && isTooCommon(claim, complete, reported, near)) return answer('too-short');
  if (complete.length > 0) {
    complete.sort(bestFirst);
    const theirs = claimed ? complete.filter(({ source }) => source.attribution === 'claimed') : complete;
    if (theirs.length === 0) return answer('someone-else', complete);
    const whole = theirs.some(({ judged }) => judged.match === 'verbatim');
    return answer(whole ? 'verbatim' : 'shortened', complete);
  }
  if (reported.length > 0) return answer('reported', reported.sort(bestFirst));
  const [nearest, ...others] = found.sort(nearestFirst);
  if (!nearest) return answer('not-found');
  const same = others.filter(({ judged }) => judged.wording === nearest.judged.wording);
  return answer('altered', [nearest, ...same.sort(bestFirst)]);
}

function isTooCommon(
  { words, content }: Claim,
  complete: readonly Found[],
  reported: readonly Found[],
  near: boolean,
): boolean {
  if (complete.length + reported.length > COMMON) return true;
  if (near && complete.length === 0) return false;
  // Two words of which one is common: only where they are all that somebody is quoted with.
  return (
    words.length === 2 && content.size < 2 && !complete.some(({ judged }) => judged.match === 'verbatim')
  );
}

/** Every place that holds the claim, or else those that come near. */
function findAll(index: VerifyIndex, claim: Claim) {
  const places = findPlaces(index.shingles, claim.words, {
    skip: claim.cutBefore,
    most: claim.words.length > LONG_CLAIM ? MOST_PLACES_LONG : MOST_PLACES,
    mostFull: MOST_EXACT,
    hints: hintsOf(claim),
  });
  const found = new Map<string, { article: VerifiableArticle; judged: Judged }>();
  const keys = claim.words.map((word) => word.key);
  const near: { article: VerifiableArticle; reading: Reading }[] = [];
  const marked = readMarked();
  const add = (article: VerifiableArticle, reading: Reading, alignment: Alignment) => {
    let judged = judge(claim, reading, alignment);
    // Words in marks that nobody is known to have said are no words of the article's own.
    if (judged && judged.quoted !== 'all') judged = judge(claim, marked(reading), alignment);
    if (judged)
      found.set(`${article.reference.id} ${judged.text.start} ${judged.match}`, { article, judged });
    return judged?.match;
  };
  let done = false;
  for (const place of places) {
    const article = index.articles.at(place.article);
    if (!article) continue;
    const reading = readPlace(article.text, article.quotations, place);
    const exact = claim.cutBefore.size === 0 && place.share > FULL_SHARE ? exactlyAt(reading, keys) : [];
    const matches = exact.map((at) => add(article, reading, alignExactly(keys, at)));
    if (matches.some((match) => match === 'verbatim' || match === 'shortened')) done = true;
    if (exact.length === 0 || matches.includes('altered')) near.push({ article, reading });
  }
  if (done) return [...found.values()];
  // Short claims cost little to align, and many places share their few words.
  const compared = claim.words.length > SHORT_CLAIM ? near.slice(0, MOST_PLACES) : near;
  for (const { article, reading } of compared) {
    const alignment = align(
      keys,
      reading.words.map((word) => word.key),
      (at) => claim.cutBefore.has(at),
      (at) => reading.inside[at] !== -1,
    );
    add(article, reading, alignment);
  }
  return [...found.values()];
}

/** Where a claim stands word for word: in single quotations if it does so anywhere, else once in several, else anywhere. */
function exactlyAt({ words, inside }: Reading, keys: readonly string[]): number[] {
  const single: number[] = [];
  let quoted: number | undefined;
  const anywhere: number[] = [];
  for (let at = 0; at + keys.length <= words.length; at++) {
    if (!keys.every((key, index) => words[at + index]?.key === key)) continue;
    const [first, last] = [inside[at], inside[at + keys.length - 1]];
    if (first !== -1 && first === last) single.push(at);
    if (first !== -1 && last !== -1) quoted ??= at;
    anywhere.push(at);
  }
  const best = single.length > 0 || quoted === undefined ? single : [quoted];
  return (best.length > 0 ? best : anywhere).slice(0, MOST_IN_PLACE);
}

function asFound(article: VerifiableArticle, judged: Judged, claimed: ClaimedPerson | null): Found {
  const { match, quoted, joined, parts, text, around, quotation } = judged;
  const speaker = quoted === 'all' ? (quotation?.speaker ?? null) : null;
  const attribution = claimed === null || quoted !== 'all' ? null : claimed.attribution(quotation);
  return {
    judged,
    source: {
      article: article.reference,
      paragraph: paragraphAt(article.text, text.start),
      text,
      match,
      quoted,
      joined,
      speaker,
      around,
      attribution,
      parts,
    },
  };
}

function paragraphAt(text: string, offset: number): number {
  let paragraph = 0;
  for (let at = text.indexOf('\n\n'); at !== -1 && at < offset; at = text.indexOf('\n\n', at + 2))
    paragraph += 1;
  return paragraph;
}

const MATCHES: VerifiedSource['match'][] = ['verbatim', 'shortened', 'reported', 'altered'];

/** The claimed person's first, then whole ones, then those whose speaker is surest, then the newest. */
function bestFirst(a: Found, b: Found): number {
  return (
    rankOf(a.source) - rankOf(b.source) ||
    (b.source.article.publishedAt ?? '').localeCompare(a.source.article.publishedAt ?? '')
  );
}

function rankOf({ attribution, match, speaker }: VerifiedSource): number {
  const sure =
    speaker === null ? 3 : speaker.kind === 'unnamed' ? 2 : speaker.confidence === 'likely' ? 1 : 0;
  return (attribution === 'claimed' ? 0 : 100) + 10 * MATCHES.indexOf(match) + sure;
}

function nearestFirst(a: Found, b: Found): number {
  return farness(a) - farness(b) || bestFirst(a, b);
}

/** What it costs to read the claim as this; a real quotation and the claimed person's words count as nearer. */
function farness({ judged, source }: Found): number {
  const quotedness = source.quoted === 'all' ? 0 : source.quoted === 'part' ? 1 : 2;
  return judged.cost + quotedness + (source.attribution === 'claimed' ? -1 : 0);
}
