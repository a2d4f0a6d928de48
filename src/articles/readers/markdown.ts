import { fold } from '../../text/fold.js';
import type { Removed } from '../article.js';
import { type ClosedUp, cleanField, closeUp, splitLines } from '../clean.js';
import { toBlocks } from '../lines.js';
import { warning } from '../problem.js';
import { promoReason } from '../promo.js';
import { readFrontMatter } from './front-matter.js';
import { type MarkdownBlock, markdownBlocks, tangled } from './markdown-blocks.js';
import { readMetadata } from './metadata.js';
import { titleFromName } from './names.js';
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

  const paragraphs: ClosedUp[] = [];
  const dropped: Removed[] = [...removed];
  for (const block of blocks) {
    if (isTitle(block)) continue;
    const closed = closeUp(block.text);
    if (closed.text === '') continue;
    const reason = promoReason(closed.text);
    if (reason === null) paragraphs.push(closed);
    else dropped.push({ text: closed.text, line: block.line, reason });
  }
  const lined = dropped
    .map((part) => ({ ...part, line: (part.line ?? 1) + before }))
    .sort((a, b) => a.line - b.line);
  return { drafts: [{ ...metadata, title, tagline: null, removed: lined, paragraphs }], problems };
}

function plainBlocks(body: string): { blocks: MarkdownBlock[]; removed: Removed[] } {
  const blocks = toBlocks(body.split('\n'), () => false);
  return { blocks: blocks.map((block) => ({ ...block, kind: 'paragraph', level: 0 })), removed: [] };
}
