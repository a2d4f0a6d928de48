import { type Article, articleRef } from '../articles/article.js';
import type { SetArticle } from '../articles/survey.js';
import { extractQuotes } from '../quotes/extract.js';
import { sayingsOf } from '../quotes/sayings.js';
import { buildShingles, buildWholeShingles } from '../quotes/verify/build-shingles.js';
import { wholeShingles } from '../quotes/verify/joined-shingles.js';
import { buildPassageTable } from '../search/build-passage-table.js';
import { type Entry, type Stretch, stretchesAt } from '../text/stretches.js';
import type { Progress } from './archive.js';
import { type ArticleParts, joinedParts, withFiles } from './article-parts.js';
import { packArticle, textAt } from './article-store.js';
import { pack } from './packed.js';
import type { Layers } from './snapshot.js';

// Up to here a change costs what it is and not what the archive is; beyond, everything is written anew.
const PATCHED_SHARE = 0.02;
const ALWAYS_PATCHED = 200;

/** The layers of the last snapshot, and where in them each of its articles stands (`placesByHash`). */
export type LastParts = { layers: Layers; places: ReadonlyMap<string, Entry> };

/**
 * The parts of the articles of a set, in order. Those that the last snapshot has are read where they stand, by the hash of what they
 * hold; of the others, which must come with their texts, parts are built.
 */
export function buildParts(
  wanted: readonly SetArticle[],
  last: LastParts | undefined,
  onProgress: (progress: Progress) => void,
): { parts: ArticleParts; layers: Layers } {
  const fresh: { article: Article; hash: string }[] = [];
  const before = new Map(last?.places);
  const places = wanted.map(({ record: { hash }, article }): Entry => {
    const same = before.get(hash);
    before.delete(hash);
    if (same) return same;
    if (!article) throw new Error(`nothing holds the article with the contents ${hash}`);
    return { source: FRESH, number: fresh.push({ article, hash }) - 1 };
  });
  const built = partsOf(
    fresh.map(({ article }) => article),
    fresh.map(({ hash }) => hash),
    // Of a whole archive nothing will be joined to it by its hashes.
    { index: last ? buildShingles : buildWholeShingles, onProgress },
  );
  if (!last) return wholly(built);
  const [base, patch] = last.layers.sources;
  const changed = places.filter(({ source }) => source !== BASE);
  const [small, first] = patch ? [[patch, built], PATCH] : [[built], FRESH];
  const next = joinedParts(
    small,
    stretchesAt(changed.map(({ source, number }) => ({ source: source - first, number }))),
  );
  let patched = 0;
  const stretches = stretchesAt(
    places.map((place) => (place.source === BASE ? place : { source: PATCH, number: patched++ })),
  );
  const parts = withFiles(joinedParts([base, next], stretches), (at) => wanted[at]?.record.file);
  const gone = base.references.length - (wanted.length - patched);
  if (patched + gone > Math.max(ALWAYS_PATCHED, wanted.length * PATCHED_SHARE)) return wholly(parts);
  return { parts, layers: { base: last.layers.base, sources: [base, next], stretches } };
}

const BASE = 0;
const PATCH = 1;
const FRESH = 2;

/** All of it as a new base. */
function wholly(parts: ArticleParts): { parts: ArticleParts; layers: Layers } {
  const whole = { ...parts, shingles: wholeShingles(parts.shingles, () => textsOf(parts)) };
  const all: Stretch = { source: BASE, first: 0, after: parts.references.length };
  return { parts: whole, layers: { base: null, sources: [whole], stretches: [all] } };
}

function* textsOf(parts: ArticleParts): Generator<string> {
  for (let number = 0; number < parts.references.length; number++) yield textAt(parts, number);
}

/** Where each article of a snapshot stands in its layers, by the hash of what it holds. */
export function placesByHash({ sources, stretches }: Layers): Map<string, Entry> {
  const places = new Map<string, Entry>();
  for (const { source, first, after } of stretches)
    for (let number = first; number < after; number++)
      places.set(sources[source]?.hashes[number] ?? '', { source, number });
  return places;
}

type PartsOptions = {
  /** How word pairs are indexed. */
  index?: typeof buildShingles;
  onProgress?: (progress: Progress) => void;
};

/** The parts of articles, whose content hashes are given beside them. */
export function partsOf(
  articles: readonly Article[],
  hashes: readonly string[],
  { index = buildShingles, onProgress = () => {} }: PartsOptions = {},
): ArticleParts {
  const total = articles.length;
  const quotations = articles.map(({ text }, at) => {
    onProgress({ stage: 'quotations', done: at + 1, total });
    return extractQuotes(text);
  });
  return {
    references: articles.map(articleRef),
    hashes,
    articles: pack(articles.map(packArticle)),
    quotations: pack(quotations),
    sayings: sayingsOf(quotations),
    table: buildPassageTable(articles, (done) => onProgress({ stage: 'index', done, total })),
    shingles: index(articles.map(({ text }) => text)),
  };
}
