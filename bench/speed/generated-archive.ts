import type { Article } from '../../src/articles/article.js';
import { PARAGRAPH_BREAK } from '../../src/text/span.js';
import { STOP_WORDS } from '../../src/text/stop-words.js';

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES =
  'ba ber ca con da den do el fa fer ga gan ha hor in ja kel la len ma mer na nor o pa per qui ra ren sa sol ta ten u va ver wa yo zan mi ko ru shi tre bla cro pli sto'.split(
    ' ',
  );
const GRAMMAR = [...STOP_WORDS].filter((word) => word.length > 1).slice(0, 120);
const PARAGRAPHS = 10;

/**
 * Articles of ten paragraphs of about 45 words. Nearly half of the words are grammar. The others follow Zipf's law
 * over a vocabulary that grows without end as text does (a Pitman-Yor process), and an article returns to
 * the words it has used, as articles do.
 */
export function* generatedArticles(passages: number, seed = 1): Generator<Article> {
  const random = randomNumbers(seed);
  const uses: number[] = [];
  const vocabulary: string[] = [];
  const newWord = (): string => {
    let word = '';
    const syllables = 2 + Math.floor(random() * 3);
    for (let at = 0; at < syllables; at++) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
    return random() < 0.25 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  };
  // Discount and strength chosen so that 100,000 passages hold some 150,000 different words, as news does.
  const DISCOUNT = 0.74;
  const STRENGTH = 50;
  const contentWord = (): string => {
    const chance = (STRENGTH + DISCOUNT * vocabulary.length) / (STRENGTH + uses.length);
    if (random() < chance) {
      vocabulary.push(newWord());
      uses.push(vocabulary.length - 1);
    } else {
      uses.push(uses[Math.floor(random() * uses.length)] ?? 0);
    }
    return vocabulary[uses[uses.length - 1] ?? 0] ?? '';
  };
  const count = Math.ceil(passages / PARAGRAPHS);
  for (let number = 0; number < count; number++) {
    const topic: string[] = [];
    const word = (): string => {
      if (random() < 0.45) return GRAMMAR[Math.floor(random() ** 2 * GRAMMAR.length)] ?? 'the';
      if (topic.length > 10 && random() < 0.35) return topic[Math.floor(random() ** 2 * topic.length)] ?? '';
      const next = contentWord();
      topic.push(next);
      return next;
    };
    const sentence = (): string => {
      const words = Array.from({ length: 10 + Math.floor(random() * 16) }, word).join(' ');
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    };
    const size = Math.min(PARAGRAPHS, passages - number * PARAGRAPHS);
    const paragraphs = Array.from({ length: size }, () =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, sentence).join(' '),
    );
    yield {
      id: `generated-${number}`,
      file: `generated-${number}.txt`,
      title: sentence().slice(0, -1),
      publication: `The ${newWord()} Times`,
      tagline: null,
      authors: [],
      publishedAt: `20${String(10 + (number % 15))}-0${1 + (number % 9)}-1${number % 10}`,
      url: null,
      paragraphs,
      text: paragraphs.join(PARAGRAPH_BREAK),
      removed: [],
      gaps: [],
    };
  }
}

/** Questions of three to eight meaningful words of one passage, in their order, with the grammar of a question. */
export function generatedQuestions(articles: readonly Article[], count: number, seed = 2): string[] {
  const random = randomNumbers(seed);
  const asking = ['What did', 'Who', 'When did', 'Where is', 'How many', 'Why did', 'Which'];
  return Array.from({ length: count }, () => {
    const article = articles[Math.floor(random() * articles.length)];
    const paragraph = article?.paragraphs[Math.floor(random() * article.paragraphs.length)] ?? '';
    const words = paragraph
      .split(/[^\p{L}\p{N}'’]+/u)
      .filter((word) => word && !STOP_WORDS.has(word.toLowerCase()));
    const size = 3 + Math.floor(random() * 6);
    const start = Math.floor(random() * Math.max(1, words.length - size));
    const picked = words.slice(start, start + 2 * size).filter(() => random() < 0.7);
    return `${asking[Math.floor(random() * asking.length)] ?? ''} the ${picked.slice(0, size).join(' ')}?`;
  });
}
