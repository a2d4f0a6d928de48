import { expect, test } from 'vitest';
import { archiveOf } from './archive-of.js';

test.each([
  ['a placard', '“Fenn must go,” a placard read.', 'Fenn must go'],
  ['a banner', 'The banner outside read “no way home”.', 'no way home'],
  [
    'a language whose words of speech are not known',
    '« C’est trop cher », a répondu Ada Fenn.',
    'C’est trop cher',
  ],
  ['single marks', 'The banner outside read ‘no way home’.\n\n“We saw it,” said Bert Moss.', 'no way home'],
])(
  'words in quotation marks that nobody said for certain are quoted, as nobody’s: %s',
  async (_, text, claim) => {
    const { verify } = await archiveOf([text]);
    expect(verify(claim)).toMatchObject({
      verdict: 'verbatim',
      sources: [{ quoted: 'all', speaker: null, around: { text: text.split('\n')[0] } }],
    });
    expect(verify(claim, 'Ada Fenn')).toMatchObject({
      verdict: 'someone-else',
      sources: [{ attribution: 'unclear' }],
    });
  },
);

test('words of which some stand in such marks are quoted in part; those beside them are not', async () => {
  const { verify } = await archiveOf(['The banner outside the mill read “no way home”.']);
  expect(verify('The banner outside the mill read no way home')).toMatchObject({
    verdict: 'reported',
    sources: [{ quoted: 'part' }],
  });
  expect(verify('The banner outside the mill')).toMatchObject({
    verdict: 'reported',
    sources: [{ quoted: 'none' }],
  });
});

test('an apostrophe is no mark', async () => {
  const { verify } = await archiveOf(["The millers' pay and the carters' pay went up."]);
  expect(verify('pay and the carters')).toMatchObject({ verdict: 'reported', sources: [{ quoted: 'none' }] });
});
