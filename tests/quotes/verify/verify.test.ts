import { beforeAll, describe, expect, test } from 'vitest';
import type { VerifiedSource } from '../../../src/quotes/verify/verification.js';
import { archiveOf, TOWN } from './archive-of.js';

let archive: Awaited<ReturnType<typeof archiveOf>>;
beforeAll(async () => {
  archive = await archiveOf(TOWN);
});

const verdict = (quote: string, person?: string) => archive.verify(quote, person).verdict;
const first = (quote: string, person?: string): VerifiedSource => {
  const [source] = archive.verify(quote, person).sources;
  if (!source) throw new Error('nothing found');
  return source;
};
/** The parts but for what is the same: kind, archive's words, claim's words. */
const changes = (quote: string) =>
  first(quote).parts.flatMap((part) =>
    part.kind === 'same'
      ? []
      : [
          [
            part.kind,
            'archive' in part ? part.archive.text.trim() : null,
            'claim' in part ? part.claim.text : null,
          ],
        ],
  );

describe('verbatim', () => {
  test('a whole quotation, with its speaker and source', () => {
    const source = first('Nobody in this town has to swim.');
    expect(source).toMatchObject({
      match: 'verbatim',
      quoted: 'all',
      text: { text: 'Nobody in this town has to swim,' },
      speaker: {
        name: 'Mabel Orr',
        confidence: 'certain',
        evidence: { text: expect.stringContaining('told') },
      },
      attribution: null,
    });
    expect(source.article.title).toBe('Story 1');
  });

  test('a whole sentence of one', () => {
    expect(verdict('The ferry has carried us before.')).toBe('verbatim');
  });

  test.each([
    ['"THE FERRY HAS CARRIED US BEFORE"'],
    ['‘The  ferry has — carried us before!’'],
    ['The férry has\ncarried us before…'],
    ['« The ferry has carried us before »'],
  ])('however it is typed: %s', (quote) => {
    expect(verdict(quote)).toBe('verbatim');
    expect(first(quote).text.text).toBe('The ferry has carried us before,');
  });

  test('where the article breaks it with words of its own', () => {
    const quote = 'The money is there, and the work begins in May.';
    expect(verdict(quote)).toBe('verbatim');
    expect(changes(quote)).toEqual([['aside', 'Ms Orr added, “', null]]);
    expect(verdict('The money is there, Ms Orr added, and the work begins in May')).toBe('verbatim');
  });

  test('over the paragraphs of one quotation', async () => {
    const { verify } = await archiveOf([
      '“The mill is old and the wheel is older,” said Ada Fenn. “We shall mend it.\n\n“Then we shall grind again.”',
    ]);
    expect(verify('We shall mend it. Then we shall grind again.').verdict).toBe('verbatim');
    expect(verify('The wheel is older. We shall mend it. Then we shall grind').verdict).toBe('shortened');
  });

  test('part of a sentence of the article, if that part is all that is quoted; the sentence is told', () => {
    const source = first('a very expensive way to cross forty yards of water');
    expect(source.match).toBe('verbatim');
    expect(source.around?.text).toMatch(/^Mr Thrale called the plan “a very/);
  });

  test('the same words in several places are one answer with several sources, the claimed person’s first', () => {
    const result = archive.verify('The money is there', 'Thrale');
    expect(result).toMatchObject({ verdict: 'verbatim', total: 2, people: ['Edwin Thrale'] });
    expect(result.sources.map((source) => [source.attribution, source.speaker?.name])).toEqual([
      ['claimed', 'Edwin Thrale'],
      ['other', 'Mabel Orr'],
    ]);
  });
});

describe('shortened', () => {
  test('cut at the ends of its sentence: shows what was cut', () => {
    const quote = 'we might run a second boat';
    expect(verdict(quote)).toBe('shortened');
    expect(first(quote).parts).toMatchObject([
      { kind: 'cut', place: 'before', archive: { text: 'If the storms allow it, ' }, reversing: true },
      { kind: 'same', archive: { text: 'we might run a second boat ' } },
      { kind: 'cut', place: 'after', archive: { text: 'on Sundays.' }, reversing: false },
    ]);
  });

  test.each(['…', '...', '[...]', '[…]', '. . .'])('cut inside with a mark: %s', (mark) => {
    const quote = `I saw the pillar ${mark} with my own eyes`;
    expect(verdict(quote)).toBe('shortened');
    expect(first(quote).parts).toMatchObject([
      { kind: 'same' },
      { kind: 'cut', place: 'inside', marked: true, archive: { text: 'move ' } },
      { kind: 'same' },
    ]);
  });

  test('cut inside without a mark: says that it is not marked', () => {
    const quote = 'I saw the pillar with my own eyes';
    expect(verdict(quote)).toBe('shortened');
    expect(first(quote).parts[1]).toMatchObject({ kind: 'cut', place: 'inside', marked: false });
  });

  test('whole sentences may go, even with a negation in them', async () => {
    const { verify } = await archiveOf([
      '“We came early. It was not easy at all. We shall stay late,” said Ada Fenn.',
    ]);
    expect(verify('We came early … We shall stay late').verdict).toBe('shortened');
  });
});

describe('altered', () => {
  test('one word for another', () => {
    expect(verdict('I saw the pillar crumble with my own eyes')).toBe('altered');
    expect(changes('I saw the pillar crumble with my own eyes')).toEqual([['replaced', 'move', 'crumble']]);
  });

  test('words added, words left out and changed', () => {
    expect(changes('The ferry has always carried us before')).toEqual([['added', null, 'always']]);
    expect(changes('Nobody in this big town ever has to swim')).toEqual([
      ['added', null, 'big'],
      ['added', null, 'ever'],
    ]);
  });

  test('what stands on both sides of an aside that denies it', async () => {
    const { verify } = await archiveOf([
      '“We shall sell the mill,” Ada Fenn said, though not to strangers. “That is certain and final.”\n\n“We did,” she said.',
    ]);
    expect(verify('We shall sell the mill. That is certain and final.').verdict).not.toMatch(
      /verbatim|shortened/,
    );
  });

  test('fragments that the article sets in a sentence of its own', async () => {
    const { verify } = await archiveOf([
      'Ada Fenn said that the council “will mend the wheel” but that it was not “ready to pay for the mill”.',
    ]);
    expect(verify('will mend the wheel … ready to pay for the mill').verdict).not.toMatch(
      /verbatim|shortened/,
    );
  });

  test('fragments whose sentence denies one of them', async () => {
    const { verify } = await archiveOf([
      'Ada Fenn said that the council “will mend the wheel” but would not “pay for the mill this year”.',
    ]);
    for (const claim of [
      'The council will mend the wheel pay for the mill this year',
      'The council will mend the wheel but would pay for the mill this year',
      'The council will mend the wheel but would … pay for the mill this year',
    ])
      expect(verify(claim).verdict).toBe('altered');
  });

  test('a cut of many words in one long quotation is still one', async () => {
    const middle = Array.from({ length: 30 }, (_, at) => `The stone number ${at} is ready and dry.`).join(
      ' ',
    );
    const { verify } = await archiveOf([
      `“The mill will stand. ${middle} The wheel will turn by May,” said Ada Fenn.`,
    ]);
    expect(verify('The mill will stand … The wheel will turn by May').verdict).toBe('shortened');
  });

  test('pieces of what two people said', async () => {
    const { verify } = await archiveOf([
      '“We shall build the mill,” said Ada Fenn.\n\n“Over my dead body, sir,” said Bert Moss.',
    ]);
    const result = verify('We shall build the mill over my dead body, sir');
    expect(result).toMatchObject({ verdict: 'altered', sources: [{ joined: true }] });
  });
});

describe('a negation that is dropped or added is never verbatim and never only shortened', () => {
  const QUOTES = [
    ['We will not close the bridge before the winter', 'We will close the bridge before the winter'],
    ['We will not close the bridge before the winter', 'We will … close the bridge before the winter'],
    ['We won’t raise the toll this year', 'We will raise the toll this year'],
    ['I have never taken a penny from the county', 'I have taken a penny from the county'],
    ['There is no money for a second boat', 'There is money for a second boat'],
    ['I am not a thief', 'I am a thief'],
    ['We did not, as some say, sell the ferry', 'We did … sell the ferry'],
    ['We did not, as some say, sell the ferry', 'We did sell the ferry'],
    ['She can’t keep the mill and she knows it', 'She can keep the mill and she knows it'],
    ['I don’t want to leave this town', 'I want to leave this town'],
    ['Neither boat nor bridge is safe for children', 'boat nor bridge is safe for children'],
    ['It is hardly a secret that we are poor', 'It is a secret that we are poor'],
    ['The council refused to pay for the new pier', 'The council … to pay for the new pier'],
    ['These are non-starters for our side', 'These are starters for our side'],
    ['Do we give up? No. We shall build it again', 'Do we give up? We shall build it again'],
    ['Do we give up? Not today. We shall build it again', 'Do we give up? … We shall build it again'],
    ['The plan is good. It is not mine to sign. We shall see', 'The plan is good. We shall see'],
    ['We shall pay unless the county pays first', 'We shall pay … the county pays first'],
  ];

  test.each(QUOTES)('“%s”: “%s”', async (said, claimed) => {
    const { verify } = await archiveOf([`The council met on Monday.\n\n“${said},” said Ada Fenn.`]);
    expect(verify(said).verdict).toBe('verbatim');
    const dropped = verify(claimed);
    if (dropped.verdict !== 'altered') {
      // Only at the start of the sentence, and then with a warning.
      expect(dropped.verdict).toBe('shortened');
      expect(dropped.sources[0]?.parts[0]).toMatchObject({ kind: 'cut', place: 'before', reversing: true });
    }
    const { verify: other } = await archiveOf([`The council met on Monday.\n\n“${claimed},” said Ada Fenn.`]);
    expect(['altered', 'not-found']).toContain(other(said).verdict);
  });
});

describe('someone else’s', () => {
  test('another person’s', () => {
    const result = archive.verify('Nobody in this town has to swim', 'Edwin Thrale');
    expect(result).toMatchObject({
      verdict: 'someone-else',
      sources: [{ attribution: 'other', speaker: { name: 'Mabel Orr' } }],
    });
  });

  test('nobody’s', async () => {
    const { verify } = await archiveOf([
      'The wall was painted over at night. It read: “The river takes what the council leaves.”\n\n“We paint,” said Ada Fenn.',
    ]);
    const result = verify('The river takes what the council leaves.', 'Ada Fenn');
    expect(result.verdict).toBe('someone-else');
    expect(result.sources[0]?.attribution).not.toBe('claimed');
  });

  test('of somebody whom the archive does not know', () => {
    expect(archive.verify('Nobody in this town has to swim', 'Zebulon Quist')).toMatchObject({
      verdict: 'someone-else',
      people: [],
    });
  });

  test.each([
    ['a surname that others bear too', 'said Mr Moss', 'Bertram Moss', 'unclear'],
    ['a description without a name', 'said the harbour master', 'Bertram Moss', 'unclear'],
    ['another full name', 'said Nora Moss', 'Bertram Moss', 'other'],
  ])('as the archive has it: %s', async (_, cue, person, attribution) => {
    const { verify } = await archiveOf([`“The tide does not wait for the council,” ${cue} on Monday.`]);
    expect(verify('The tide does not wait for the council', person)).toMatchObject({
      verdict: 'someone-else',
      sources: [{ attribution }],
    });
  });

  test('not where a surname or a spelling means the speaker', () => {
    expect(verdict('Nobody in this town has to swim', 'orr')).toBe('verbatim');
    expect(verdict('Nobody in this town has to swim', 'Ms Mabel Orr')).toBe('verbatim');
  });
});

describe('reported', () => {
  test('in the article’s words alone', () => {
    expect(archive.verify('the eastern pillar has moved by four inches since the flood')).toMatchObject({
      verdict: 'reported',
      sources: [{ quoted: 'none', speaker: null }],
    });
  });

  test('partly in them', () => {
    expect(archive.verify('the county had never once asked the people who cross it every day')).toMatchObject(
      {
        verdict: 'reported',
        sources: [{ quoted: 'part' }],
      },
    );
  });
});

describe('not found, too short', () => {
  test.each([
    ['The harbour master promised a lighthouse made of glass by Easter'],
    ['Asking the people who use a bridge daily did not occur to county officials'],
    ['bridge the the county winter close before'],
  ])('%s', (quote) => {
    expect(verdict(quote)).toBe('not-found');
  });

  test.each([
    '',
    ' ',
    '“”',
    '!!! ???',
    'bridge',
    'the',
    'it is',
    'we will not',
    '"'.repeat(500),
    '…'.repeat(50),
  ])('%j is too short to check', (quote) => {
    expect(archive.verify(quote)).toMatchObject({ verdict: 'too-short', sources: [], total: 0 });
  });

  test('two or three words that say something are found as they are', async () => {
    const { verify } = await archiveOf(['Ada Fenn called it “any contingency” and “a lighthouse problem”.']);
    expect(verify('any contingency').verdict).toBe('verbatim');
    expect(verify('a lighthouse problem').verdict).toBe('verbatim');
    expect(verify('a lighthouse matter').verdict).toBe('altered');
    expect(verify('lighthouse matters').verdict).toBe('not-found');
  });

  test('three words that stand everywhere are too short', async () => {
    const { verify } = await archiveOf(
      Array.from(
        { length: 12 },
        (_, at) => `Day ${at} of the fair.\n\n“This is great and number ${at} is too,” said Ada Fenn.`,
      ),
    );
    expect(verify('this is great').verdict).toBe('too-short');
  });
});

test('text without spaces is compared by characters', async () => {
  const { verify } = await archiveOf([
    'The mayor spoke first: “这座桥将在五月关闭” and “市政府没有钱”, said Ada Fenn.',
  ]);
  expect(verify('这座桥将在五月关闭').verdict).toMatch(/verbatim|reported/);
  expect(verify('这座桥将在六月关闭').verdict).toMatch(/altered/);
});

test('an empty archive holds nothing', async () => {
  const { verify } = await archiveOf([]);
  expect(verify('We will not close the bridge').verdict).toBe('not-found');
});
