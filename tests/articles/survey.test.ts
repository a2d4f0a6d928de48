import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { contentHash } from '../../src/articles/identity.js';
import { packKnown, unpackKnown } from '../../src/articles/known.js';
import { MAX_SET_LENGTH } from '../../src/articles/limits.js';
import { listArticleSet } from '../../src/articles/listing.js';
import { readArticle } from '../../src/articles/read.js';
import {
  type ArticleSurvey,
  inSet,
  type ReadBefore,
  type SetArticle,
  surveyArticleSet,
} from '../../src/articles/survey.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cuttings-survey-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Contents of files by name. */
type Files = ReadonlyMap<string, string>;

/** Surveys a folder that holds these files alone, and tells which were parsed. */
async function survey(files: Files, before?: ReadBefore): Promise<ArticleSurvey & { parsed: string[] }> {
  rmSync(root, { recursive: true });
  mkdirSync(root);
  for (const [name, content] of files) writeFileSync(join(root, name), content);
  const listing = await listArticleSet(root);
  // As if all had settled long ago, but for some that seem to be touched each time.
  for (const file of listing.files) {
    const content = files.get(file.file) ?? '';
    file.stamp = content.length % 3 > 0 ? createHash('sha256').update(content).digest('hex') : null;
  }
  const parsed: string[] = [];
  const parse = ({ bytes, ...file }: Parameters<typeof readArticle>[1] & { bytes: Uint8Array }) => {
    parsed.push(file.name);
    return readArticle(bytes, file);
  };
  return { ...(await surveyArticleSet(root, { listing, before, parse })), parsed };
}

type Held = { before: ReadBefore; articleOf: (record: SetArticle['record']) => Article | undefined };

/** What is there for the next survey: what is known, as it comes back from a disk, and of the articles those that are `kept`. */
function heldOf(
  { known }: ArticleSurvey,
  articles: readonly Article[],
  kept = (_: Article, at: number) => at >= 0,
): Held {
  const byKey = new Map(
    articles.filter(kept).map((article) => [`${article.file} ${contentHash(article)}`, article]),
  );
  const articleOf: Held['articleOf'] = ({ file, hash }) => byKey.get(`${file} ${hash}`);
  const { packed, hashes } = packKnown(known);
  const stored = unpackKnown(deserialize(serialize(packed)), hashes);
  return { before: { known: stored, has: (record) => articleOf(record) !== undefined }, articleOf };
}

function wholeOf({ articles }: ArticleSurvey, held?: Held): Article[] {
  return articles.map(({ record, otherFiles, article }) => {
    const whole = article ?? held?.articleOf(record);
    if (!whole) throw new Error(`nobody has ${record.file}`);
    return inSet(whole, otherFiles);
  });
}

const BLOCKS = Array.from({ length: 6 }, (_, block) =>
  Array.from({ length: 3 }, (_, sentence) =>
    Array.from({ length: 14 }, (_, word) => `harbour${(block * 31 + sentence * 17 + word * 7) % 89}`).join(
      ' ',
    ),
  )
    .map((sentence) => `The ${sentence} was seen by the town.`)
    .join(' '),
);

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
// Few values of each, so that ids, texts, publications and days often meet.
const story = fc.record({
  title: oneOf('Harbour dredged', 'Ferry late', 'Roof leaks'),
  url: oneOf(undefined, undefined, 'https://courier.example/1', 'https://courier.example/2'),
  publication: oneOf(undefined, 'The Wrenfield Courier', 'The Ostley Gazette'),
  publishedAt: oneOf(undefined, '2022-01-20', '2022-01-21'),
  authors: oneOf(undefined, ['Ada Quill']),
  language: oneOf(undefined, 'en'),
  paragraphs: fc
    .array(fc.nat(BLOCKS.length - 1), { minLength: 1, maxLength: 5 })
    .map((picked) => picked.map((block) => BLOCKS[block] ?? '')),
});
const content = fc.oneof(
  { weight: 8, arbitrary: fc.array(story, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant([]) },
);
const lines = (stories: readonly unknown[]) => stories.map((one) => JSON.stringify(one)).join('\n');
const files = fc
  .dictionary(oneOf(...'abcdefgh'), content.map(lines), { maxKeys: 8 })
  .map((found) => new Map(Object.entries(found).map(([name, text]) => [`${name}.jsonl`, text])));

describe('a set that is read again', () => {
  test('gives what it gives when it is read from nothing, whatever changed and whatever the caller still has', async () => {
    const gone = fc.subarray(
      [...'abcdefgh'].map((name) => `${name}.jsonl`),
      { maxLength: 3 },
    );
    const state = fc.record({ gone, changed: files, keepsEvery: fc.integer({ min: 1, max: 4 }) });
    await fc.assert(
      fc.asyncProperty(files, fc.array(state, { minLength: 1, maxLength: 3 }), async (first, states) => {
        let last = await survey(first);
        let held = heldOf(last, wholeOf(last));
        let now = first;
        for (const { gone, changed, keepsEvery } of states) {
          now = new Map([...[...now].filter(([name]) => !gone.includes(name)), ...changed]);
          last = await survey(now, held.before);
          const whole = wholeOf(last, held);
          const fresh = await survey(now);
          expect(whole).toEqual(wholeOf(fresh));
          expect(last.problems).toEqual(fresh.problems);
          expect(packKnown(last.known)).toEqual(packKnown(fresh.known));
          held = heldOf(last, whole, (_, at) => at % keepsEvery === 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  const told = (title: string, more: object = {}) =>
    lines([{ title, paragraphs: [`${title}. ${BLOCKS[0]}`], ...more }]);
  const three = new Map([
    ['a.jsonl', told('Harbour dredged')],
    ['b.jsonl', told('Ferry late')],
    ['c.jsonl', told('Roof leaks')],
  ]);

  test('GIVEN one file of three changed THEN that one alone is parsed, and the others come without their articles', async () => {
    const first = await survey(three);
    const { before } = heldOf(first, wholeOf(first));
    const second = await survey(new Map([...three, ['b.jsonl', told('Ferry on time')]]), before);
    expect(second.parsed).toEqual(['b.jsonl']);
    expect(second.articles.map(({ article }) => article?.title)).toEqual([
      undefined,
      'Ferry on time',
      undefined,
    ]);
  });

  test('GIVEN nothing changed THEN nothing is parsed', async () => {
    const first = await survey(three);
    const { before } = heldOf(first, wholeOf(first));
    expect(await survey(three, before)).toMatchObject({ parsed: [] });
    expect(await survey(new Map([...three].slice(1)), before)).toMatchObject({ parsed: [] });
  });

  test('GIVEN a better copy is gone THEN the file of the other is parsed, since nobody has its article', async () => {
    const copies = new Map([...three, ['d.jsonl', told('Harbour dredged', { authors: ['Ada Quill'] })]]);
    const first = await survey(copies);
    const { before } = heldOf(first, wholeOf(first));
    expect(first.articles.map(({ record: { file } }) => file)).toEqual(['d.jsonl', 'b.jsonl', 'c.jsonl']);
    const second = await survey(three, before);
    expect(second.parsed).toEqual(['a.jsonl']);
    expect(second.articles[0]).toMatchObject({ otherFiles: [], article: { file: 'a.jsonl' } });
  });

  test('GIVEN other settings of the set THEN all is parsed again', async () => {
    const first = await survey(three);
    const { before } = heldOf(first, wholeOf(first));
    const settings = 'dates:\n  - folder: elsewhere\n    date: 2022-01-20\n';
    const { parsed } = await survey(new Map([...three, ['archive.yaml', settings]]), before);
    expect(parsed.sort()).toEqual([...three.keys()]);
  });

  test('GIVEN a file that only has problems THEN these are told again, and it is not parsed again', async () => {
    const bad = new Map([...three, ['d.txt', '%PDF-1.7\n']]);
    const first = await survey(bad);
    const { before } = heldOf(first, wholeOf(first));
    const second = await survey(bad, before);
    expect(second.parsed).toEqual([]);
    expect(second.problems).toEqual(first.problems);
    expect(first.problems).toMatchObject([{ file: 'd.txt', rejected: true }]);
  });

  test('GIVEN more text than a set may have THEN the file that is too much is left out, and one after it that fits is not', async () => {
    const first = await survey(three);
    const held = heldOf(first, wholeOf(first));
    // Nobody can hold so much in a test: a record says how long its text is.
    const known = {
      ...held.before.known,
      records: held.before.known.records.map((record, at) => ({
        ...record,
        length: at === 2 ? 10 : MAX_SET_LENGTH - 20,
      })),
    };
    const second = await survey(three, { ...held.before, known });
    expect(second.articles.map(({ record: { file } }) => file)).toEqual(['a.jsonl', 'c.jsonl']);
    expect(second.problems).toMatchObject([{ file: 'b.jsonl', rejected: true, what: 'it was left out' }]);
  });
});
