import { describe, expect, test } from 'vitest';
import { archiveOf } from './archive-of.js';

const OTHERS = [
  '“The wheel turns at nine every day,” said Bert Moss. The council will pay for a new sluice in May.',
  'The mill stands on the Lind. It is odd in its way, and we did repair the roof.',
];

/** The first source of a claim against an archive in which Ada Fenn said this, and others other things. */
async function checked(said: string, claim: string, person?: string) {
  const { verify } = await archiveOf([...OTHERS, `“${said},” Ada Fenn said.`]);
  const { verdict, sources } = verify(claim, person);
  const parts = sources[0]?.parts.flatMap((part) =>
    part.kind === 'same'
      ? []
      : [
          [
            part.kind,
            'archive' in part ? part.archive.text.trim().replace(/,$/, '') : null,
            'claim' in part ? part.claim.text : null,
          ],
        ],
  );
  return { verdict, parts, speaker: sources[0]?.speaker?.name };
}

describe('a short claim that lacks a negation or has one more is altered, and the difference is shown', () => {
  test.each([
    ['I will not pay', 'I will pay', ['cut', 'not', null]],
    ['It is not true', 'It is true', ['cut', 'not', null]],
    ['We did not know', 'We did know', ['cut', 'not', null]],
    ['We don’t know', 'We know', ['cut', 'don’t', null]],
    ['I never lied', 'I lied', ['cut', 'never', null]],
    ['I won’t pay', 'I will pay', ['replaced', 'won’t', 'will']],
    ['I will pay', 'I won’t pay', ['replaced', 'will', 'won’t']],
    ['I will pay', 'I will not pay', ['added', null, 'not']],
    ['We can pay', 'We cannot pay', ['replaced', 'can', 'cannot']],
    ['I will not pay them a penny', 'I will pay', ['cut', 'not', null]],
    ['Nous ne voulons pas vendre', 'Nous voulons vendre', ['cut', 'ne', null]],
  ])('“%s”: “%s”', async (said, claim, change) => {
    expect(await checked(said, claim, 'Ada Fenn')).toMatchObject({ verdict: 'altered', speaker: 'Ada Fenn' });
    const { verdict, parts } = await checked(said, claim);
    expect(verdict).toBe('altered');
    expect(parts).toContainEqual(change);
  });

  test.each([
    ['I don’t know', 'I do not know', ['replaced', 'don’t', 'do not']],
    ['We will not stop there', 'We won’t stop there', ['replaced', 'will not', 'won’t']],
    ['And we won’t stop there', 'And we wont stop there', ['replaced', 'won’t', 'wont']],
    ['I’m sorry', 'I am sorry', ['replaced', 'I’m', 'I am']],
    ['I am sorry', 'I’m sorry', ['replaced', 'I am', 'I’m']],
    ['The colour of the harbour is new', 'The color of the harbor is new', ['replaced', 'harbour', 'harbor']],
  ])('and so is one written otherwise: “%s”: “%s”', async (said, claim, change) => {
    const { verdict, parts } = await checked(said, claim);
    expect(verdict).toBe('altered');
    expect(parts).toContainEqual(change);
  });
});

describe('a short claim that is a whole sentence of a quotation but for one word is altered', () => {
  test.each([
    ['I would rather do it once', 'I would rather do it twice', ['replaced', 'once', 'twice']],
    ['We are all in this', 'They are all in this', ['replaced', 'We', 'They']],
    ['I am not a miller', 'I am not a thief', ['replaced', 'miller', 'thief']],
    ['The mill stands', 'The mill burns', ['replaced', 'stands', 'burns']],
    ['They shall pay', 'They shall gladly pay', ['added', null, 'gladly']],
    ['They shall gladly pay', 'They shall pay', ['cut', 'gladly', null]],
    ['It was late. I would rather do it once', 'I would rather do it twice', ['replaced', 'once', 'twice']],
  ])('“%s”: “%s”', async (said, claim, change) => {
    const { verdict, parts, speaker } = await checked(said, claim);
    expect({ verdict, speaker }).toEqual({ verdict: 'altered', speaker: 'Ada Fenn' });
    expect(parts).toContainEqual(change);
  });

  test('on both sides of “she said”', async () => {
    const { verify } = await archiveOf(['“I will not,” Ada Fenn said, “pay for the wheel.”']);
    expect(verify('I will pay for the wheel').verdict).toBe('altered');
  });
});

describe('a chance likeness of few words is none', () => {
  test.each([
    [
      'three words of the article’s own with another in the place of the only one that means something',
      'It is sad',
    ],
    ['the same of a quotation', 'We were early'],
    ['words of a sentence that goes on', 'the wheel falls'],
  ])('%s', async (_, claim) => {
    expect((await checked('We were late', claim)).verdict).toBe('not-found');
  });

  test('but where the claimed person is quoted with all other words of it, that is shown', async () => {
    expect(await checked('We were late', 'We were early', 'Ada Fenn')).toMatchObject({
      verdict: 'altered',
      parts: [['replaced', 'late', 'early']],
    });
    expect((await checked('We were late', 'We were early', 'Bert Moss')).verdict).toBe('not-found');
  });
});

test('GIVEN many places that share the words of a short claim THEN the quotation without its negation is still found', async () => {
  const { verify } = await archiveOf([
    ...Array.from({ length: 150 }, (_, at) => `On day ${at} I will see that they will pay the miller.`),
    '“I will not pay,” Ada Fenn said.',
  ]);
  expect(verify('I will pay')).toMatchObject({
    verdict: 'altered',
    sources: [{ speaker: { name: 'Ada Fenn' } }],
  });
});
