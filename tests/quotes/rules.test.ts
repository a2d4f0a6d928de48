import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

/** Speaker, kind of speaker and reason of each quotation of a text. */
function spoken(...paragraphs: string[]) {
  return extractQuotes(paragraphs.join('\n\n')).map(({ text, speaker }) => ({
    text,
    by: speaker?.name ?? null,
    kind: speaker?.kind ?? null,
    reason: speaker?.reason ?? null,
  }));
}

const LINDQVIST = { by: 'Nora Lindqvist', kind: 'person' };

describe('rules on a quotation’s own sentence', () => {
  it('1. reads the label of a transcript, outside the marks and inside', () => {
    expect(spoken('Nora Lindqvist spoke first.', 'LINDQVIST: “We begin at nine, as always.”')).toMatchObject([
      { ...LINDQVIST, reason: 'label' },
    ]);
    expect(
      spoken('Nora Lindqvist, the mayor, took questions.', '“LINDQVIST: We begin at nine.”'),
    ).toMatchObject([{ ...LINDQVIST, reason: 'label' }]);
  });

  it('2. reads the cue after a quotation, also inverted and across an apposition', () => {
    expect(spoken('“The bridge is safe,” Nora Lindqvist said.')).toMatchObject([
      { ...LINDQVIST, reason: 'cue-after' },
    ]);
    expect(spoken('“The bridge is safe,” said Nora Lindqvist, the engineer.')).toMatchObject([
      { ...LINDQVIST, reason: 'inverted' },
    ]);
    expect(
      spoken('“Is the bridge safe?” Nora Lindqvist, 52, who leads the works, asked on Monday.'),
    ).toMatchObject([{ ...LINDQVIST, reason: 'cue-after' }]);
  });

  it('2. gives both halves of an interrupted quotation to one speaker', () => {
    expect(spoken('“The bridge,” said Nora Lindqvist, “is as safe as any in the county.”')).toMatchObject([
      LINDQVIST,
      LINDQVIST,
    ]);
  });

  it('3. reads a signature under a quotation', () => {
    expect(spoken('“The best bread in the valley by far.” — Nora Lindqvist')).toMatchObject([
      { ...LINDQVIST, reason: 'label' },
    ]);
  });

  it('4. credits the source that a sentence names, not the person spoken of', () => {
    expect(
      spoken('According to Nora Lindqvist, Karl Brandt thinks that the well “will never run dry again”.'),
    ).toMatchObject([{ ...LINDQVIST, reason: 'according-to' }]);
    expect(
      spoken('According to council officials, Nora Lindqvist agreed that “the well is dry for good”.'),
    ).toMatchObject([{ by: 'council officials', kind: 'unnamed' }]);
    expect(
      spoken('The plan was, as Nora Lindqvist of the water board later put it, “a bucket with a hole”.'),
    ).toMatchObject([LINDQVIST]);
  });

  it('5. reads the cue before a quotation, through long titles and clauses', () => {
    expect(
      spoken(
        'Deputy harbour master and council leader Nora Lindqvist told the meeting that the quay was “ready for the winter”.',
      ),
    ).toMatchObject([{ ...LINDQVIST, reason: 'cue-before' }]);
    expect(spoken('Nora Lindqvist went to Marl and said the quay was “ready for the winter”.')).toMatchObject(
      [LINDQVIST],
    );
    expect(spoken('Nora Lindqvist opened the quay, saying it was “ready for the winter”.')).toMatchObject([
      LINDQVIST,
    ]);
    expect(spoken('Nora Lindqvist described the quay as “a monument to vanity”.')).toMatchObject([LINDQVIST]);
  });

  it('6. reads a noun for words with an owner', () => {
    expect(spoken('Nora Lindqvist’s claim that “the ice will not hold” went unheard.')).toMatchObject([
      { ...LINDQVIST, reason: 'noun-cue' },
    ]);
  });

  it('7. reads a cue at the end of the sentence', () => {
    expect(spoken('The quay is “ready for the winter storms” at last, Nora Lindqvist said.')).toMatchObject([
      LINDQVIST,
    ]);
  });

  it('8. reads whom the words before a colon are about', () => {
    expect(spoken('Nora Lindqvist had a short message for the crowd: “Go home before dark.”')).toMatchObject([
      { ...LINDQVIST, reason: 'introduced' },
    ]);
  });
});

describe('carrying a speaker over', () => {
  it('goes on with the speaker inside a paragraph and into the next', () => {
    expect(
      spoken(
        '“The bridge is safe,” Nora Lindqvist said. “I walk over it daily.”',
        '“My children walk over it too.”',
      ),
    ).toMatchObject([
      LINDQVIST,
      { ...LINDQVIST, reason: 'continued' },
      { ...LINDQVIST, reason: 'continued' },
    ]);
  });

  it('is certain where the paragraph before is left open', () => {
    const [, second] = extractQuotes(
      'Nora Lindqvist said: “The bridge is safe.\n\n“It will be safe for a hundred years.”',
    );
    expect(second?.speaker).toMatchObject({
      name: 'Nora Lindqvist',
      reason: 'continued',
      confidence: 'certain',
      cue: null,
    });
  });

  it('takes the speaker from a sentence that introduces the words', () => {
    expect(
      spoken('Nora Lindqvist disagreed and said so:', '“The ice will not hold this year.”'),
    ).toMatchObject([{ ...LINDQVIST, reason: 'introduced' }]);
  });

  it('carries nobody over a paragraph that is about something else', () => {
    expect(
      spoken(
        '“The bridge is safe,” Nora Lindqvist said.',
        'The bridge was built in 1911.',
        '“No carts after dark on any day.”',
      ),
    ).toMatchObject([LINDQVIST, { by: null }]);
  });
});

describe('pronouns', () => {
  it('go to the nearest person of that gender', () => {
    expect(spoken('Nora Lindqvist met Karl Brandt on Monday. “The well is dry,” she said.')).toMatchObject([
      { ...LINDQVIST, reason: 'pronoun' },
    ]);
  });

  it('go to the one who speaks where two could be meant', () => {
    expect(
      spoken('Nora Lindqvist told Ruth Amsel about the well. “It is quite dry,” she said.'),
    ).toMatchObject([LINDQVIST]);
  });

  it('go to nobody where two are live', () => {
    expect(
      spoken('Nora Lindqvist and Ruth Amsel came early. “The well is quite dry,” she said.'),
    ).toMatchObject([{ by: null }]);
  });

  it('go to nobody across a section break', () => {
    expect(
      spoken('Nora Lindqvist said little.', '* * *', '“The well is quite dry,” she said.'),
    ).toMatchObject([{ by: null }]);
  });

  it('are not passed on by a mother without a name', () => {
    expect(
      spoken('Nora Lindqvist grew up here. Her mother still farms. “It is hard land,” she said.'),
    ).toMatchObject([{ by: null }]);
  });
});

describe('names and descriptions', () => {
  it('gives a surname its full name', () => {
    expect(spoken('Nora Lindqvist arrived.', '“The bridge is safe,” Ms Lindqvist said.')).toMatchObject([
      LINDQVIST,
    ]);
  });

  it('keeps two people of one surname apart by title and gives a bare one to its owner', () => {
    const family = [
      'Nora Lindqvist, the mayor, came with her husband, Karl Lindqvist.',
      'It rained.',
      'It rained again.',
    ];
    expect(spoken(...family, '“I am staying here,” Mr Lindqvist said.')).toMatchObject([
      { by: 'Karl Lindqvist' },
    ]);
    expect(spoken(...family, '“I am staying here,” Lindqvist said.')).toMatchObject([
      { by: 'Nora Lindqvist' },
    ]);
  });

  it('gives a description to the one who has that role', () => {
    expect(
      spoken(
        'The foreign minister of Arland, Nora Lindqvist, arrived.',
        '“The talks go on,” the foreign minister said.',
      ),
    ).toMatchObject([{ ...LINDQVIST, reason: 'role' }]);
  });

  it('leaves a description unnamed where two have the role', () => {
    expect(
      spoken(
        'Councillor Nora Lindqvist, a farmer, and Karl Brandt, a farmer, came.',
        '“The talks go on,” the farmer said.',
      ),
    ).toMatchObject([{ kind: 'unnamed' }]);
  });

  it('names no person for an organisation, a spokesman or a campaign', () => {
    expect(spoken('Marl University said the report was “among the weakest it had seen”.')).toMatchObject([
      { kind: 'organisation' },
    ]);
    expect(spoken('“We have no comment on that,” a spokesman for Nora Lindqvist said.')).toMatchObject([
      { kind: 'unnamed' },
    ]);
    expect(spoken('“We have no comment on that,” the Lindqvist campaign said.')).toMatchObject([
      { kind: 'unnamed' },
    ]);
  });

  it('does not take somebody who was told or asked for the speaker', () => {
    expect(spoken('Nora Lindqvist was asked, “Will the bridge ever be safe again?”')).toMatchObject([
      { by: null },
    ]);
  });
});
