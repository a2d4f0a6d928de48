import type { ExplainedPage } from '../articles/html/explain.js';
import type { Screen } from './screen.js';

/** What became of every block of a page, and where its metadata came from. */
export function renderWhy({ blocks, metadata, confidence }: ExplainedPage, screen: Screen): string {
  const { title, authors, publishedAt, publication, url, sources } = metadata;
  const fields: [keyof typeof sources, string | null][] = [
    ['title', title],
    ['authors', authors.map(({ name, agency }) => (agency ? `${name} (agency)` : name)).join(', ') || null],
    ['publishedAt', publishedAt],
    ['publication', publication],
    ['url', url],
  ];
  return [
    ...fields.map(([name, value]) => {
      const from = sources[name] ? ` ${screen.dim(`from ${sources[name]}`)}` : '';
      return `${screen.dim(name.padEnd(12))}${value ?? screen.dim('none')}${from}`;
    }),
    `${screen.dim('sure'.padEnd(12))}${confidence.toFixed(2)}`,
    '',
    ...blocks.map(({ kept, rule, element, text }) => {
      const verdict = kept ? screen.bold('kept   ') : screen.dim('removed');
      return `${verdict} ${screen.accent(rule)} ${screen.dim(element)}\n${screen.wrap(text, '        ')}`;
    }),
  ].join('\n');
}
