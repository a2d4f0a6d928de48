import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { headLines } from '../src/articles/html/head-lines.js';
import { judgePage } from '../src/articles/html/judge.js';
import { pageMetadata, pageTitles } from '../src/articles/html/metadata/page-metadata.js';
import { pageTags } from '../src/articles/html/metadata/tags.js';
import { parsePage } from '../src/articles/html/tree.js';

const [dir = '', out = ''] = process.argv.slice(2);
const lines: string[] = [];
const times: number[] = [];
for (const f of readdirSync(`${dir}/pages`)) {
  const bytes = gunzipSync(readFileSync(`${dir}/pages/${f}`));
  const t = performance.now();
  const root = parsePage(bytes.toString('utf8')).root;
  const tags = pageTags(root);
  const titles = pageTitles(tags);
  const judged = judgePage(root, titles);
  const m = pageMetadata(tags, headLines(judged, titles));
  times.push(performance.now() - t);
  lines.push(
    JSON.stringify({
      id: f.replace('.html.gz', ''),
      ...m,
      authors: m.authors.map((a) => a.name),
      body: null,
      paragraphs: judged.filter((b) => b.rule === null).map((b) => b.text),
    }),
  );
}
writeFileSync(out, `${lines.join('\n')}\n`);
times.sort((a, b) => a - b);
console.log(
  'median',
  times[times.length >> 1],
  'p99',
  times[Math.floor(times.length * 0.99)],
  'max',
  times.at(-1),
);
