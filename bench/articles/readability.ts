import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Found } from './score.js';

/** What Firefox's reader view finds in a page, with linkedom as its document; null where it throws or finds nothing. */
export function readability(html: string): Found | null {
  try {
    const { document } = parseHTML(html);
    const article = new Readability(document, { charThreshold: 100 }).parse();
    if (!article) return null;
    return {
      paragraphs: paragraphsOf(article.content ?? ''),
      title: article.title ?? null,
      authors: article.byline ? [article.byline] : [],
      publishedAt: article.publishedTime ?? null,
    };
  } catch {
    return null;
  }
}

// Its result is HTML: a paragraph for each block, as a reader would see it.
function paragraphsOf(content: string): string[] {
  const { document } = parseHTML(`<html><body>${content}</body></html>`);
  for (const block of document.querySelectorAll(
    'p, h1, h2, h3, h4, h5, h6, li, blockquote, div, section, td, br',
  ))
    block.append('\n');
  return (document.body.textContent ?? '')
    .split('\n')
    .map((line: string) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
