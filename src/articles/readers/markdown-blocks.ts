import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import type { Removed } from '../article.js';
import { dropInvisible } from '../clean.js';
import {
  MAX_BLOCK_MARKS,
  MAX_INDENT,
  MAX_MARKDOWN_LENGTH,
  MAX_MARKDOWN_LINES,
  MAX_MARKS,
  MAX_MARKS_IN_PARAGRAPH,
  MAX_NESTED_MARKS,
} from '../limits.js';
import { isProse } from '../prose.js';

/** A paragraph of a Markdown text: its words without the marks. Lines are counted from 1. */
export type MarkdownBlock = {
  text: string;
  line: number;
  /** Of a heading, its level; `link` is a paragraph that is nothing but one link or several. */
  kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'link';
  level: number;
};

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

const LEADING_MARKS = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+/;
const STARTS_AFRESH = /^\s*(?:$|[-+*]\s|#)/;
const MARKS = /[*_`[\]<>&!\\]/g;

/** Why a text is not given to the parser, whose time is more than linear in what this counts; null if it may be. */
export function tangled(markdown: string): string | null {
  if (markdown.length > MAX_MARKDOWN_LENGTH) return `it has more than ${MAX_MARKDOWN_LENGTH} characters`;
  const lines = markdown.split('\n');
  if (lines.length > MAX_MARKDOWN_LINES) return `it has more than ${MAX_MARKDOWN_LINES} lines`;
  let inParagraph = 0;
  let inline = 0;
  let blocks = 0;
  for (const line of lines) {
    if (line.length - line.trimStart().length > MAX_INDENT) return 'a line is indented too far';
    const leading = (LEADING_MARKS.exec(line)?.[0] ?? '').replace(/[\s\d]/g, '').length;
    if (leading > MAX_NESTED_MARKS) return 'lists or quotations are nested too deep';
    const onLine = line.match(MARKS)?.length ?? 0;
    inParagraph = STARTS_AFRESH.test(line) ? onLine : inParagraph + onLine;
    inline += onLine;
    blocks += leading;
    if (inParagraph > MAX_MARKS_IN_PARAGRAPH || inline > MAX_MARKS) return 'it has too many marks';
    if (blocks > MAX_BLOCK_MARKS) return 'it has too many list items or quoted lines';
  }
  return null;
}

/** The blocks of a Markdown text in order, and what was left out of it. Give it no text that is `tangled`. */
export function markdownBlocks(markdown: string): { blocks: MarkdownBlock[]; removed: Removed[] } {
  const blocks: MarkdownBlock[] = [];
  const removed: Removed[] = [];

  const drop = (node: Node, text: string, reason: string) => {
    const clean = dropInvisible(text).trim();
    if (clean !== '') removed.push({ text: clean, line: lineOf(node), reason });
  };

  // Words with line breaks where the text had them; pictures and HTML inside a line are left out.
  const inline = (node: Node): string => {
    if (node.type === 'break') return '\n';
    if (node.type === 'image' || node.type === 'imageReference') {
      drop(node, node.alt ?? '', 'picture');
      return '';
    }
    if (node.type === 'html') {
      drop(node, node.value, 'HTML');
      return /^<\/?(?:br|p|div)\b/i.test(node.value) ? '\n' : '';
    }
    return 'children' in node ? node.children.map(inline).join('') : wordsOf(node);
  };

  const visit = (node: Node, kind: 'paragraph' | 'item' | 'quote'): void => {
    if (node.type === 'paragraph') {
      const isLink =
        kind !== 'quote' &&
        node.children.every(isLinkOrSpace) &&
        node.children.some(({ type }) => type === 'link');
      blocks.push({ text: inline(node), line: lineOf(node), kind: isLink ? 'link' : kind, level: 0 });
    } else if (node.type === 'heading') {
      blocks.push({ text: inline(node), line: lineOf(node), kind: 'heading', level: node.depth });
    } else if (node.type === 'code') {
      // An indented paragraph is code to Markdown, but prose to whoever typed it.
      const fenced = /[`~]/.test(markdown[node.position?.start.offset ?? 0] ?? '');
      if (!fenced && isProse(node.value))
        blocks.push({ text: node.value, line: lineOf(node), kind, level: 0 });
      else drop(node, node.value, 'code');
    } else if (node.type === 'html') drop(node, node.value, 'HTML');
    else if (node.type === 'blockquote') for (const child of node.children) visit(child, 'quote');
    else if (node.type === 'list' || node.type === 'listItem')
      for (const child of node.children) visit(child, 'item');
  };

  for (const node of fromMarkdown(markdown).children) visit(node, 'paragraph');
  return { blocks, removed };
}

function isLinkOrSpace(node: Node): boolean {
  return (
    node.type === 'link' ||
    node.type === 'linkReference' ||
    (node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value))
  );
}

function lineOf(node: Node): number {
  return node.position?.start.line ?? 1;
}
