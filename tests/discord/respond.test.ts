import { expect, test } from 'vitest';
import { show } from '../../src/discord/respond.js';
import { text, view } from '../../src/discord/view.js';
import { slash } from './fakes.js';

test('the files of an edit take the place of those before, so that sending it twice shows them once', async () => {
  const asked = slash('ask');
  const chart = { name: 'chart.png', data: Buffer.from('png'), description: 'A chart' };
  await show(asked, { ...view([text('x')]), files: [chart] });
  await show(asked, view([text('y')]));
  expect(asked.sent[0]?.message).toMatchObject({
    attachments: [],
    files: [{ attachment: chart.data, name: 'chart.png', description: 'A chart' }],
  });
  expect(asked.sent[1]?.message).not.toHaveProperty('attachments');
});
