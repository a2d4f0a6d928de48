import { createHash } from 'node:crypto';
import { joinedFirsts, joinedValues, type Stretch } from '../text/stretches.js';
import type { Quotation } from './quotation.js';
import { wordingOf } from './wording.js';

/**
 * Who is quoted where, with no word of what they said: all that people are put together from, as flat lists over the quotations of some
 * articles, in order.
 */
export type Sayings = {
  /** Where the quotations of each article begin; one more for the end. */
  first: Uint32Array;
  /** Names, mentions and roles, each once; the first is empty and stands for none. */
  texts: readonly string[];
  /** The name of the person who said it; none where nobody is named, or it is no person. */
  name: Uint32Array;
  /** The words that named them, where they may be a name. */
  mention: Uint32Array;
  role: Uint32Array;
  /** 64 bits for the words as they are compared: the same words printed in two articles were said once. */
  wording: Uint32Array;
  wordingRest: Uint32Array;
};

/** A longer mention is a description. */
const LONGEST_MENTION = 60;

/** The sayings of articles whose quotations are given for each. */
export function sayingsOf(articles: readonly (readonly Quotation[])[]): Sayings {
  const quotations = articles.flat();
  const numbers = new Map([['', 0]]);
  const numberOf = (text: string | null | undefined): number => {
    const known = numbers.get(text ?? '') ?? numbers.size;
    numbers.set(text ?? '', known);
    return known;
  };
  const first = new Uint32Array(articles.length + 1);
  for (const [at, { length }] of articles.entries()) first[at + 1] = (first[at] ?? 0) + length;
  const speakers = quotations.map(({ speaker }) => (speaker?.kind === 'person' ? speaker : null));
  const wordings = quotations.map(({ text }, at) =>
    speakers[at] ? createHash('sha256').update(wordingOf(text)).digest() : Buffer.alloc(8),
  );
  return {
    first,
    name: Uint32Array.from(speakers, (speaker) => numberOf(speaker?.name)),
    mention: Uint32Array.from(speakers, (speaker) => {
      const isName = speaker && speaker.reason !== 'pronoun' && speaker.reason !== 'role';
      return numberOf(isName && speaker.mention.text.length <= LONGEST_MENTION ? speaker.mention.text : '');
    }),
    role: Uint32Array.from(speakers, (speaker) => numberOf(speaker?.role)),
    wording: Uint32Array.from(wordings, (hash) => hash.readUInt32LE(0)),
    wordingRest: Uint32Array.from(wordings, (hash) => hash.readUInt32LE(4)),
    texts: [...numbers.keys()],
  };
}

/** The sayings of some stretches of articles of several lists, one after another. */
export function joinedSayings(sources: readonly Sayings[], articles: readonly Stretch[]): Sayings {
  const { first, members } = joinedFirsts(
    sources.map(({ first }) => first),
    articles,
  );
  const numbers = new Map([['', 0]]);
  const renumber = sources.map(({ texts }) => new Uint32Array(texts.length));
  /** One list, by the numbers of the joined texts. */
  const texts = (of: (source: Sayings) => Uint32Array): Uint32Array => {
    const joined = joinedValues(sources.map(of), members);
    let at = 0;
    for (const { source, first, after } of members) {
      const known = renumber[source] ?? new Uint32Array(0);
      for (const end = at + after - first; at < end; at++) {
        const text = joined[at] ?? 0;
        if (text !== 0 && known[text] === 0) {
          const name = sources[source]?.texts[text] ?? '';
          known[text] = numbers.get(name) ?? numbers.size;
          numbers.set(name, known[text] ?? 0);
        }
        joined[at] = known[text] ?? 0;
      }
    }
    return joined;
  };
  const values = (of: (source: Sayings) => Uint32Array) => joinedValues(sources.map(of), members);
  return {
    first,
    name: texts(({ name }) => name),
    mention: texts(({ mention }) => mention),
    role: texts(({ role }) => role),
    wording: values(({ wording }) => wording),
    wordingRest: values(({ wordingRest }) => wordingRest),
    texts: [...numbers.keys()],
  };
}

/** One quotation of a person, without its words. */
export type Saying<Article> = {
  /** Its number among all quotations. */
  quotation: number;
  article: Article;
  name: string;
  mention: string | null;
  role: string | null;
  /** The same for the same words. */
  wording: number;
};

/** What named people said, in order; `articles` are those of the sayings. */
export function* eachSaying<Article>(
  { first, texts, name, mention, role, wording, wordingRest }: Sayings,
  articles: readonly Article[],
): Generator<Saying<Article>> {
  for (const [at, article] of articles.entries())
    for (let quotation = first[at] ?? 0; quotation < (first[at + 1] ?? 0); quotation++) {
      const said = texts[name[quotation] ?? 0];
      if (!said) continue;
      yield {
        quotation,
        article,
        name: said,
        mention: texts[mention[quotation] ?? 0] || null,
        role: texts[role[quotation] ?? 0] || null,
        // 53 bits: as many as a number holds.
        wording: (wording[quotation] ?? 0) * 2 ** 21 + ((wordingRest[quotation] ?? 0) >>> 11),
      };
    }
}
