import { describe, expect, test } from 'vitest';
import { progressView, reloadView } from '../../../src/discord/render/reload.js';
import type { View } from '../../../src/discord/view.js';
import { en } from '../../../src/words/en.js';
import { article } from '../made-up.js';

const texts = (view: View) =>
  view.components
    .flatMap((container) => container.components)
    .flatMap((part) => ('content' in part ? [part.content] : []));

const report = {
  swapped: true,
  why: null,
  snapshot: 's',
  articles: 4,
  added: [],
  changed: [],
  removed: [],
  problems: [],
  milliseconds: 1234,
};
const problem = {
  file: 'notes/a*.txt',
  line: 3,
  rejected: true,
  what: 'No text',
  why: 'The file is empty',
  remedy: 'Save the article again.',
};

describe('a reload', () => {
  test('shows how far it has come', () => {
    expect(texts(progressView({ stage: 'index', done: 3, total: 10 }, en))).toEqual([
      '**Reloading the archive…**\nBuilding the index: 3 of 10. Questions are answered meanwhile.',
    ]);
  });

  test('reports what changed, and the problems with their remedy', () => {
    expect(texts(reloadView({ ...report, added: [article], problems: [problem] }, en))).toEqual([
      '**Reloaded 4 articles** in 1.2 s',
      'Added 1\n- Bridge at Wickhollow to close',
      '1 problem\n- **notes/a\\*.txt, line 3**: No text. The file is empty. Save the article again.',
    ]);
  });

  test('says so where nothing changed', () => {
    expect(texts(reloadView(report, en))).toContain('No article was added, changed or removed.');
  });

  test('says why the old archive keeps answering', () => {
    expect(
      texts(reloadView({ ...report, swapped: false, why: 'No article could be read from articles.' }, en)),
    ).toEqual([
      '**The archive was not replaced.**\nNo article could be read from articles.\nThe old one keeps answering, from 4 articles.',
    ]);
  });
});
