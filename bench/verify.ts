import { extractQuotes } from '../src/quotes/extract.js';
import { buildPeople } from '../src/quotes/people.js';
import { sayingsOf } from '../src/quotes/sayings.js';
import { buildVerifyIndex, type VerifiableArticle, verifyQuote } from '../src/quotes/verify/verify.js';
import { comparedWords } from '../src/text/compared-words.js';

/**
 * What checking quotes costs on generated articles.
 * usage: verify [ARTICLES]   (default 10,000; run node with --expose-gc for the memory)
 */
const count = Number(process.argv[2] ?? 10_000);
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve wi yo za cha the shi pra stu'.split(' ');
const COMMON =
  'the of and to a in that is was he for it with as his on be at by i this had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many must before back see through way where get much go well your know should down work year because come people just say each those take day good how long own too little use very great still men here life both between old under last never place same another think house while high right might came off find states since used give against three himself look few general'.split(
    ' ',
  );
const vocabulary = [
  ...COMMON,
  ...Array.from({ length: 30_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * 20)]).join(''),
  ),
];
// Zipf's law, as in any language: the word of rank r comes 1/r as often as the first.
const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'the';
const sentence = () => {
  const words = Array.from({ length: 8 + Math.floor(random() * 20) }, word).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};
const paragraph = () => {
  const plain = `${sentence()} ${sentence()}`;
  return random() < 0.4 ? `“${sentence()} ${sentence()}” Mabel Orr said. ${sentence()}` : plain;
};

const articles: VerifiableArticle[] = Array.from({ length: count }, (_, number) => {
  const text = Array.from({ length: 20 }, paragraph).join('\n\n');
  const reference = {
    id: `a${number}`,
    file: `a${number}.txt`,
    title: `Article ${number}`,
    publication: null,
    authors: [],
    publishedAt: '2022-01-20',
    url: null,
  };
  return { reference, text, quotations: extractQuotes(text) };
});
const words = articles.reduce((sum, { text }) => sum + comparedWords(text).length, 0);
const people = { ...buildPeople([], sayingsOf([])), personOf: new Map() };
console.log(`${count} articles, ${(words / 1e6).toFixed(1)} million words`);

const used = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};
const before = used();
const started = performance.now();
const index = buildVerifyIndex(articles, people);
console.log(
  `build: ${(performance.now() - started).toFixed(0)} ms, ${(used() - before).toFixed(0)} MiB kept`,
);

const quotationOf = (number: number) => {
  const { quotations } = articles[number % count] ?? {};
  return quotations?.[number % quotations.length]?.text ?? '';
};
const CLAIMS: Record<string, (number: number) => string> = {
  verbatim: quotationOf,
  'cut in the middle': (number) => {
    const all = quotationOf(number).split(' ');
    return [...all.slice(0, 7), '…', ...all.slice(12)].join(' ');
  },
  'one word changed': (number) => {
    const all = quotationOf(number).split(' ');
    return all.with(Math.floor(all.length / 2), 'marmalade').join(' ');
  },
  invented: () => sentence(),
  'common words': () =>
    Array.from({ length: 12 }, () => COMMON[Math.floor(random() * COMMON.length)]).join(' '),
  '2,000 characters': (number) =>
    Array.from({ length: 20 }, (_, more) => quotationOf(number + more))
      .join(' ')
      .slice(0, 2000),
  'all common pairs': () => Array.from({ length: 330 }, () => COMMON[Math.floor(random() * 30)]).join(' '),
};
for (const [kind, claim] of Object.entries(CLAIMS)) {
  const verdicts = new Map<string, number>();
  const times = Array.from({ length: 100 }, (_, number) => {
    const quote = claim(number * 97);
    const start = performance.now();
    const { verdict } = verifyQuote(index, { quote }, 'bench');
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  console.log(
    `${kind.padEnd(18)} median ${at(0.5)} ms, 95% ${at(0.95)} ms, most ${at(1)} ms  ${[...verdicts].map(([name, n]) => `${name} ${n}`).join(', ')}`,
  );
}
