import fc from 'fast-check';
import { createArticleReader } from '../../src/archive/article-of.js';
import { openStore, packArticle } from '../../src/archive/article-store.js';
import { pack } from '../../src/archive/packed.js';
import { type Place, placeOf } from '../../src/archive/place.js';
import { type Article, articleRef } from '../../src/articles/article.js';
import type { Opened } from '../../src/discord/passage.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import type { Quotation } from '../../src/quotes/quotation.js';
import { sayingsOf } from '../../src/quotes/sayings.js';
import { sliceOf } from '../../src/text/span.js';
import { anyArticle, anyText, article as reference } from './made-up.js';

/** An archive of one article, as the tests of reading need it. */
export function readerOf(paragraphs: readonly string[], more: Partial<Article> = {}, said?: Quotation[]) {
  const article: Article = {
    ...reference,
    tagline: null,
    removed: [],
    gaps: [],
    ...more,
    paragraphs: [...paragraphs],
    text: paragraphs.join('\n\n'),
  };
  const quotations = [said ?? extractQuotes(article.text)];
  const stored = {
    references: [articleRef(article)],
    articles: pack([packArticle(article)]),
    quotations: pack(quotations),
    sayings: sayingsOf(quotations),
  };
  const reader = createArticleReader({
    id: 'snapshot-1',
    articles: openStore(stored, { people: [], personOf: new Uint32Array() }),
  });
  const read = (at: number, find?: Place) =>
    reader.read({
      id: article.id,
      within: { start: Math.max(0, at - 4000), end: at + 4000 },
      ...(find && { find }),
    });
  return { article, read };
}

/** Words of an article as a press opens them. */
export function openedAt({ article, read }: ReturnType<typeof readerOf>, start: number, end: number): Opened {
  const words = sliceOf(article.text, { start, end });
  return { result: read(start, placeOf(article.id, words)), article: articleRef(article), words };
}

/** Paragraphs as an article may have them, hostile ones and very long ones too. */
export const anyParagraphs = fc.array(
  fc
    .oneof(
      anyText(3000).map((text) => text.replace(/\n{2,}/g, '\n')),
      fc
        .integer({ min: 1, max: 900 })
        .map((count) => 'Nobody in this town has to swim. '.repeat(count).trim()),
      fc.constant('“We mend it,” said Mabel Orr. “It is “old”,” said Edwin Thrale, who runs it.'),
    )
    .map((text) => text.trim() || 'x'),
  { minLength: 1, maxLength: 6 },
);

/** An archive of one article of any kind, and anything at all said by anybody in it. */
export const anyReader = fc
  .tuple(anyParagraphs, anyArticle, anyText(300), fc.array(fc.nat(9000), { maxLength: 5 }), fc.boolean())
  .map(([paragraphs, fields, name, places, likely]) => {
    const text = paragraphs.join('\n\n');
    const quotations = extractQuotes(text).map((quotation, index) => ({
      ...quotation,
      speaker: quotation.speaker && {
        ...quotation.speaker,
        name: `${name}${index}`,
        role: name,
        confidence: likely ? ('likely' as const) : ('certain' as const),
      },
    }));
    const gaps = places.filter((place) => place < text.length).sort((a, b) => a - b);
    const { id, ...rest } = fields;
    return readerOf(paragraphs, { ...rest, id, gaps: [...new Set(gaps)] }, quotations);
  });
