/** Articles about an invented town, with everything that is hard to lay out: long titles, nothing known, other scripts, copies. */
type Made = { title?: string; publication?: string; date?: string; url?: string; paragraphs: string[] };

const LONG_QUOTATION = Array.from(
  { length: 22 },
  (_, at) =>
    `We counted ${at + 3} hulls that winter, and every one of them had to be towed past the mole before the ice closed the channel behind it`,
).join('; ');

const COPIED =
  'Wickhollow council voted on Thursday to close the old swing bridge for eleven weeks while both of its bearings are replaced.';

export const MADE: readonly Made[] = [
  ...[
    'Wickhollow Post',
    'Lind Valley Echo',
    'The Harrow Courier',
    'Coast Gazette',
    'Evening Tide',
    'Marsh Weekly',
  ].map((publication, at) => ({
    title: at === 0 ? 'Swing bridge to close for eleven weeks' : `Bridge closure: ${publication} reports`,
    publication,
    date: `2022-0${at + 1}-1${at}`,
    url: `https://news.example/${at}/bridge`,
    paragraphs: [
      COPIED,
      `“The bridge was built for carts and it shows,” said Mabel Thrale, the harbour master, to the ${publication}.`,
    ],
  })),
  {
    title:
      'How a town of nine hundred people, two ferries, one bakery and a lighthouse that has not been lit since the flood of the year in which nobody married came to own, by a clerk’s mistake, the longest breakwater on the coast: a history in eleven parts, of which this is the fourth',
    publication:
      'The Collected Proceedings of the Society for the History of the Harbours of the Northern Marches',
    date: '2021-06-01',
    url: 'https://proceedings.example/harbours/part-four/how-a-town-came-to-own-the-longest-breakwater',
    paragraphs: [
      'The breakwater measures two miles and a half from the mole to the outer light.',
      `“${LONG_QUOTATION},” said Edwin Thrale, who kept the outer light for thirty years.`,
    ],
  },
  {
    paragraphs: [
      'Nobody knows who painted the customs house green.',
      '“No,” said Olive Pagett.',
      '“Perhaps the sailors did it for a bet,” said Olive Pagett, a painter.',
    ],
  },
  {
    title: 'מגדלור הנמל נדלק מחדש',
    publication: 'עיתון החוף',
    date: '2023-04-02',
    url: 'https://hof.example/lighthouse',
    paragraphs: [
      'The lighthouse keeper, Noa Peled, speaks to visitors in two languages. המגדלור נדלק מחדש אחרי שמונים שנה, והנמל כולו יצא לראות.',
      '“הספינות חוזרות הביתה,” said Noa Peled, the lighthouse keeper.',
    ],
  },
  {
    title: 'Ferry *prices* [updated] to rise_again @everyone',
    publication: 'Wickhollow Post',
    date: '2022-11-20',
    url: 'https://post.example/ferry?a=(b)',
    paragraphs: [
      'A crossing on the ferry costs **four** pounds from Monday, the harbour office said.',
      '“Nobody in this town has to swim,” said Mabel Thrale, the mayor.',
    ],
  },
];

/** One of them as a file of the article set. */
export function fileOf({ title, publication, date, url, paragraphs }: Made): string {
  const front = Object.entries({ title, publication, publishedAt: date, url }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ['---', ...front, '---', '', paragraphs.join('\n\n')].join('\n');
}
