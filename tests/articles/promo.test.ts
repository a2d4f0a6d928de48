import { describe, expect, test } from 'vitest';
import { promoReasons } from '../../src/articles/promo.js';
import { articleOf, PROSE } from './read-text.js';

/** The lines that are taken when `lines` stand in the middle of an article about a harbour. */
function taken(...lines: string[]): string[] {
  const all = [...PROSE.slice(0, 3), ...lines, ...PROSE.slice(3)];
  const reasons = promoReasons(all.map((text) => ({ text })));
  return all.filter((_, index) => reasons[index] !== null);
}

describe('lines that lead to other stories', () => {
  test.each([
    'READ MORE: Lighthouse to be painted red and white',
    'Read more: ‘It smells of rope’: inside the old customs house',
    'READ MORE',
    'Read more »',
    'Read also: Lighthouse to be painted',
    'READ NEXT | Lighthouse to be painted',
    'Related: Lighthouse to be painted',
    '[Related: Lighthouse to be painted]',
    'RELATED STORIES',
    'See also: Lighthouse to be painted',
    'DON’T MISS: Lighthouse to be painted',
    "Don't miss",
    'JUST IN: Lighthouse to be painted',
    'WATCH: Lighthouse painted in a minute',
    'Most read',
    'Lesen Sie auch: Leuchtturm wird gestrichen',
    'À lire aussi : Le phare sera repeint',
    'Click here for the latest from the harbour',
    'Sign up to our free weekly newsletter',
    'Subscribe to the Courier’s harbour podcast.',
    'Follow us on Mastodon',
    'ADVERTISEMENT',
    'Story continues below',
    'Lighthouse keeper ERUPTS at visitors [BREAKING]',
    'Lighthouse LIVE: Painters fall out! Keeper faces backlash [LIVE]',
    '‘Weak and spineless’ keeper blasted as painters leave [INSIGHT]',
    'Painters pack up their brushes [PICTURES AND VIDEO]',
    'Painters pack up their brushes [Video]',
    '[BREAKING] Painters pack up their brushes',
  ])('%s', (line) => {
    expect(taken(line)).toEqual([line]);
  });

  test('the headlines under a label that stands alone go with it', () => {
    const lines = [
      'READ MORE',
      'Lighthouse to be painted red',
      'Why is the lighthouse red?',
      'Painters pack up',
    ];
    expect(taken(...lines)).toEqual(lines);
  });

  test('the paragraph after such a label stays', () => {
    expect(taken('READ MORE')).toEqual(['READ MORE']);
  });
});

describe('bare headlines between paragraphs', () => {
  test('a headline with a subject of its own is taken', () => {
    const line = 'Royal baker Gideon Thrupp LIVE: Millions for sourdough! Pastry queen faces backlash';
    expect(taken(line)).toEqual([line]);
  });

  test('two of them together are taken', () => {
    const lines = [
      'Royal baker Gideon Thrupp LIVE: Millions for sourdough! Pastry queen faces backlash',
      '‘Weak and spineless’ village orchestra blasted as trumpets go to auction',
    ];
    expect(taken(...lines)).toEqual(lines);
  });

  test('a long headline in capitals is taken, whatever it is about', () => {
    const line = 'HARBOUR MASTER EDWIN TOLLIVER DEFENDS FERRY PLAN BEFORE ANGRY COUNCIL';
    expect(taken(line)).toEqual([line]);
  });

  test.each([
    ['a subheading', 'What happens next'],
    ['a long subheading about the text under it', 'Ferry to use outer quay while dredger hired at work'],
    ['a subheading in capitals', 'THE COST OF WAITING'],
    ['a question', 'Who will pay for the baker, the orchestra and the painted lighthouse?'],
    ['a short paragraph', 'Nobody asked the baker, the orchestra or the keeper of the lighthouse.'],
    [
      'speech without a full stop',
      '“Bakers, trumpets and painters came to see the pastry queen at midnight”',
    ],
    ['speech in single marks', '‘Bakers and trumpets came to see the pastry queen at midnight,’ Thrupp said'],
    ['a line that introduces', 'The baker Gideon Thrupp listed what painters and trumpets brought:'],
    ['a first person', 'I love how bakers, painters and trumpets meet at midnight'],
  ])('%s is kept', (_, line) => {
    expect(taken(line)).toEqual([]);
  });

  test('the lines of a list are kept', () => {
    const list = [
      'Flour and yeast for seven loaves of sourdough pastry',
      'Trumpets, violins and drums for a village orchestra',
      'Brushes and red paint for the lighthouse keeper',
      'Ladders, ropes and pulleys from an attic museum',
    ];
    expect(taken(...list)).toEqual([]);
  });

  test('a text too short to show its subject keeps them', () => {
    const line = 'Royal baker Gideon Thrupp LIVE: Millions for sourdough! Pastry queen faces backlash';
    const lines = [
      'The ferry is late, the harbour master said on Monday morning.',
      line,
      'It will sail at noon.',
    ];
    expect(promoReasons(lines.map((text) => ({ text })))).toEqual([null, null, null]);
  });
});

describe('lines that only look like promos', () => {
  test.each([
    'Read more books, the librarian told the children, and you will be bored less often.',
    'Related costs are borne by the council.',
    'Just in: the harbour master has resigned, the Courier can reveal.',
    'Watch: the keeper said, and the boats came home.',
    'Advertisement revenue fell by a third last year.',
    'Sign up for the dredging course at the customs house by Friday.',
    'Follow us on the path along the estuary, she said.',
    '“The channel is closed,” he said [in Welsh]',
    'The crows of the estuary are “detectives”. [NBW]',
    'More than forty boats lie in the inner basin',
  ])('%s', (line) => {
    expect(taken(line)).toEqual([]);
  });

  test('a long paragraph is never a promo, however it starts', () => {
    expect(taken(`Read more: ${PROSE.join(' ')}`)).toEqual([]);
  });
});

test('what is removed is kept with its line and the reason', () => {
  const text = [
    'Harbour dredging to start',
    ...PROSE.slice(0, 2),
    'READ MORE: Lighthouse',
    ...PROSE.slice(2),
  ];
  expect(articleOf(text.join('\n\n')).removed).toEqual([
    { text: 'READ MORE: Lighthouse', line: 7, reason: 'promo: leads to another story' },
  ]);
});
