import { fold } from '../../text/fold.js';
import type { Removed } from '../article.js';
import { type ClosedUp, cleanField, closeUp, splitLines } from '../clean.js';
import { warning } from '../problem.js';
import { promoReasons } from '../promo.js';
import { readFrontMatter } from './front-matter.js';
import { type MarkdownBlock, markdownBlocks, tangled } from './markdown-blocks.js';
import { readMetadata } from './metadata.js';
import { titleFromName } from './names.js';
import { plainParagraphs } from './plain-text.js';
import type { Drafts, Reader, Source } from './reader.js';

const NAME = /\.(?:md|markdown|mdown|mkdn?)$/i;
const FRONT_MATTER = /^---[ \t]*\r?\n\s*(?:[A-Za-z][\w-]*[ \t]*:|#)/;

/** Markdown with or without front matter: known by its front matter, else by its name. */
export const markdown: Reader = {
  format: 'Markdown',
  accepts: ({ name, text }) => NAME.test(name) || FRONT_MATTER.test(text),
  read,
};

function read({ name, text }: Source): Drafts {
  const frontMatter = readFrontMatter(splitLines(text).join('\n'));
  const { metadata, problems } = readMetadata(name, frontMatter);
  const before = frontMatter.bodyLine - 1;
  const why = tangled(frontMatter.body);
  if (why !== null)
    problems.push(
      warning(name, {
        what: 'it was read as plain text, not as Markdown',
        why,
        remedy: 'save it as plain text (.txt), or make it simpler',
      }),
    );
  const { blocks, removed } = why === null ? markdownBlocks(frontMatter.body) : plainBlocks(frontMatter.body);

  const heading = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  const headingTitle = heading ? closeUp(heading.text).text : '';
  const title = metadata.title ?? (cleanField(headingTitle) || titleFromName(name));
  const isTitle = (block: MarkdownBlock) => block === heading && fold(headingTitle) === fold(title);

  const kept = blocks
    .filter((block) => !isTitle(block))
    .map((block) => ({ ...block, closed: closeUp(block.text) }));
  const reasons = promoReasons(
    kept.map(({ closed, kind }) => ({
      text: closed.text,
      marked: kind === 'heading' || kind === 'item' || kind === 'quote',
      linked: kind === 'link',
    })),
  );
  const paragraphs: ClosedUp[] = [];
  const dropped: Removed[] = [...removed];
  const headings: number[] = [];
  const listItems: number[] = [];
  kept.forEach(({ closed, line, kind }, index) => {
    const reason = reasons[index] ?? null;
    if (reason !== null) dropped.push({ text: closed.text, line, reason });
    else if (closed.text !== '') {
      if (kind === 'heading') headings.push(paragraphs.length);
      if (kind === 'item') listItems.push(paragraphs.length);
      paragraphs.push(closed);
    }
  });
  const lined = dropped
    .map((part) => ({ ...part, line: (part.line ?? 1) + before }))
    .sort((a, b) => a.line - b.line);
  const draft = { ...metadata, title, tagline: null, removed: lined, paragraphs, headings, listItems };
  return { drafts: [draft], problems };
}

function plainBlocks(body: string): { blocks: MarkdownBlock[]; removed: Removed[] } {
  const blocks = plainParagraphs(body).map(
    ({ text, line }): MarkdownBlock => ({ text, line, kind: 'paragraph', level: 0 }),
  );
  return { blocks, removed: [] };
}
