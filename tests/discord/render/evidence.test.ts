import { expect, test } from 'vitest';
import { shortDigest, snapshotDigest } from '../../../src/discord/custom-id.js';
import { evidenceView } from '../../../src/discord/render/evidence.js';
import { quotation } from '../made-up.js';

const found = quotation('We will mend it');
const around = { start: 200, end: 260, text: found.speaker?.evidence.text ?? '' };
const state = {
  index: 0,
  article: shortDigest(found.article.id),
  at: found.start,
  proof: shortDigest(around.text),
  snapshot: snapshotDigest('snapshot-1'),
};
const shown = (...asked: Parameters<typeof evidenceView>) => JSON.stringify(evidenceView(...asked));

test('evidence says so where the archive has changed and the quotation is still there', () => {
  expect(shown({ snapshot: 'snapshot-1', quotation: found, around }, state)).not.toContain('has changed');
  const later = shown({ snapshot: 'snapshot-2', quotation: found, around }, state);
  expect(later).toContain('The archive has changed since this was asked.');
  expect(later).toContain('**Ms Orr** **said**');
});

test('evidence of other words in that place, or of none, is not shown', () => {
  const gone = 'That quotation is no longer there.';
  expect(shown({ snapshot: 'snapshot-2', quotation: null, around: null }, state)).toContain(gone);
  const other = quotation('We will leave it');
  expect(shown({ snapshot: 'snapshot-2', quotation: other, around }, state)).toContain(gone);
  expect(shown({ snapshot: 'snapshot-2', quotation: { ...found, speaker: null }, around }, state)).toContain(
    gone,
  );
});

test('evidence that is likely is shown as such', () => {
  const { speaker } = found;
  const likely = { ...found, speaker: speaker && { ...speaker, confidence: 'likely' as const } };
  const words = shown({ snapshot: 'snapshot-1', quotation: likely, around }, state);
  expect(words).toContain('**Likely**');
  expect(words).not.toContain('**Certain**');
});
