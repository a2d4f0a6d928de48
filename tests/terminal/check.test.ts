import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArticleSet } from '../../src/articles/set.js';
import { checkReport } from '../../src/terminal/check.js';
import { createProgressBar } from '../../src/terminal/progress.js';
import { renderCheck } from '../../src/terminal/render-check.js';
import { createScreen } from '../../src/terminal/screen.js';
import { PROSE } from '../articles/read-text.js';

const BODY = PROSE.join('\n\n');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cuttings-check-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const put = (file: string, content: string) => writeFileSync(join(root, file), content);

async function checked(): Promise<string> {
  return renderCheck(checkReport(await readArticleSet(root)), createScreen(new PassThrough(), {}));
}

describe('the report of an article set', () => {
  test('counts formats and publications, and names stories that stand in two files', async () => {
    put('a.md', `---\ntitle: A\npublication: Courier\npublishedAt: 2023-01-02\n---\n${BODY}`);
    put('b.txt', `Another story\n\n${BODY}\n\nOne more line of the story stands here.`);
    put('c.txt', `Another story\n\n${BODY}\n\nOne more line of the story stands here.`);
    const report = await checked();
    expect(report).toContain('2 articles from 3 files, 0 rejected');
    expect(report).toMatch(/1 {2}Markdown\n\s+1 {2}plain text/);
    expect(report).toContain('1  Courier');
    expect(report).toContain('1  no publication');
    expect(report).toContain('b.txt = c.txt');
    expect(report).toContain('1 article without a date');
    expect(report).not.toContain('not in English');
  });

  test('counts the articles that say they are not in English', async () => {
    const page = (language: string, extra: string) =>
      `<html lang="${language}"><title>A${extra}</title><h1>A${extra}</h1>${PROSE.map((one) => `<p>${extra} ${one}</p>`).join('')}</html>`;
    put('a.html', page('fr-CA', 'Un'));
    put('b.html', page('fr', 'Deux'));
    put('c.html', page('de', 'Drei'));
    put('d.html', page('en-GB', 'Four'));
    expect(await checked()).toContain('3 articles are not in English (fr 2, de 1)');
  });

  test('groups problems by kind, says once what to do, and cuts a long list', async () => {
    for (let number = 10; number < 25; number++) put(`empty-${number}.txt`, '');
    put('page.pdf', '%PDF-1.7');
    const report = await checked();
    expect(report.match(/to do: save the article again/g)).toHaveLength(1);
    expect(report).toContain('Rejected, 15 times: it is empty');
    expect(report).toContain('and 5 more: see them all with --json');
    expect(report).toContain('page.pdf: it is a PDF');
  });

  test('tells what was left out most often, with an example', async () => {
    put('a.txt', `A story\n\n${BODY}\n\nREAD MORE: The porch is dry again\n\nREAD MORE: The roof is not`);
    expect(await checked()).toContain(
      '2  promo: leads to another story  “READ MORE: The porch is dry again” in a.txt',
    );
  });

  test('names the pages of which it is least sure', async () => {
    put(
      'page.html',
      '<!doctype html><title>Links</title><body><a href="/a">One</a> <p>Short.</p> <a href="/b">Two</a>',
    );
    const { articles } = await readArticleSet(root);
    const report = checkReport(await readArticleSet(root));
    expect(report.unsure).toEqual(
      articles.map(({ file, title, origin }) => ({ file, title, confidence: origin?.confidence })),
    );
    expect(report.unsure).toHaveLength(1);
  });
});

describe('the line that shows progress', () => {
  const drawnOn = (stream: PassThrough & { isTTY?: boolean }, steps: number[]) => {
    const bar = createProgressBar(stream);
    const now = performance.now;
    const begun = now.call(performance);
    for (const step of steps) {
      performance.now = () => begun + step;
      bar.show({ stage: 'reading', done: step, total: 4000 });
    }
    performance.now = now;
    bar.done();
    return String(stream.read() ?? '');
  };

  test('is drawn on a terminal after a second, and taken away', () => {
    const drawn = drawnOn(Object.assign(new PassThrough(), { isTTY: true }), [500, 2000, 2010, 3000]);
    expect(drawn).not.toContain('500 of');
    expect(drawn).toContain('████████████░░░░░░░░░░░░ 2000 of 4000');
    expect(drawn).not.toContain('2010 of');
    expect(drawn.endsWith('\r\u001B[2K')).toBe(true);
  });

  test('is not drawn where nobody looks', () => {
    expect(drawnOn(new PassThrough(), [2000, 3000])).toBe('');
  });
});
