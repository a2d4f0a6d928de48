import lunr from 'lunr';
import { STOP_WORDS } from '../../src/text/stop-words.js';
import { tokenize } from '../../src/text/tokens.js';

/** A plain engine over texts: the numbers of the best texts for a question, and their scores. */
export type Baseline = (question: string) => { text: number; score: number }[];

const MOST = 10;

/** Lunr as its guide shows it: its own pipeline, the question's words as they are. */
export function bareLunr(texts: readonly string[]): Baseline {
  const index = lunr(function () {
    this.ref('id');
    this.field('text');
    for (const [id, text] of texts.entries()) this.add({ id: String(id), text });
  });
  return (question) => {
    // What its string parser would take for operators, and nothing else, is left out.
    const words = question.replace(/[^\p{L}\p{N}\s']/gu, ' ').trim();
    if (words === '') return [];
    return index
      .search(words)
      .slice(0, MOST)
      .map(({ ref, score }) => ({ text: Number(ref), score }));
  };
}

/** BM25 as the textbooks have it (k1 1.2, b 0.75), on this project's words without stop words. */
export function textbookBm25(texts: readonly string[]): Baseline {
  const K1 = 1.2;
  const B = 0.75;
  const postings = new Map<string, Map<number, number>>();
  const lengths: number[] = [];
  for (const [text, words] of texts.entries()) {
    const terms = termsOf(words);
    lengths.push(terms.length);
    for (const term of terms) {
      const posting = postings.get(term) ?? new Map<number, number>();
      posting.set(text, (posting.get(text) ?? 0) + 1);
      postings.set(term, posting);
    }
  }
  const average = lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, lengths.length);
  return (question) => {
    const scores = new Map<number, number>();
    for (const term of new Set(termsOf(question))) {
      const posting = postings.get(term);
      if (!posting) continue;
      const idf = Math.log(1 + (texts.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [text, count] of posting) {
        const norm = K1 * (1 - B + (B * (lengths[text] ?? 0)) / average);
        scores.set(text, (scores.get(text) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
      }
    }
    return [...scores]
      .map(([text, score]) => ({ text, score }))
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST);
  };
}

function termsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ word }) => !STOP_WORDS.has(word))
    .map(({ term }) => term);
}
