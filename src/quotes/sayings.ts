import { createHash } from 'node:crypto';
import { joinedFirsts, type Stretch } from '../text/stretches.js';
import type { Quotation } from './quotation.js';
import { wordingOf } from './wording.js';

/**
 * Who is quoted where: of every quotation what people and their roles are put together from, and nothing else. Columns have
 * one entry for each quotation, article by article; strings are told by their number in `strings`, where 0 is the empty one.
 */
export type Sayings = {
  /** Where the quotations of each article begin; one entry more, for the end. */
  first: Uint32Array;
  /** The fullest name in the article of the person whose words they are; 0 where no person is named. */
  name: Uint32Array;
  /** What the article says they are; 0 where it does not. */
  role: Uint32Array;
  /** The words that point at them, where those can be another name of theirs; else 0. */
  mention: Uint32Array;
  /** A hash of 53 bits of the words as they are compared, the same in every run; 0 where no person is named. */
  wording: Float64Array;
  strings: readonly string[];
};

// Longer words that point at somebody are no name of theirs.
const LONGEST_MENTION = 60;

/** Who is quoted in articles, from the quotations of each. */
export function sayingsOf(articles: readonly (readonly Quotation[])[]): Sayings {
  const sayings = emptySayings(
    articles.length,
    articles.reduce((sum, quotations) => sum + quotations.length, 0),
  );
  const strings = numbered();
  let at = 0;
  for (const [number, quotations] of articles.entries()) {
    sayings.first[number] = at;
    for (const { speaker, text } of quotations) {
      if (speaker?.kind === 'person') {
        const { text: mention } = speaker.mention;
        const isName =
          speaker.reason !== 'pronoun' && speaker.reason !== 'role' && mention.length <= LONGEST_MENTION;
        sayings.name[at] = strings.numberOf(speaker.name);
        sayings.role[at] = strings.numberOf(speaker.role ?? '');
        sayings.mention[at] = strings.numberOf(isName ? mention : '');
        sayings.wording[at] = hashOf(wordingOf(text));
      }
      at++;
    }
  }
  sayings.first[articles.length] = at;
  return { ...sayings, strings: strings.all };
}

/** Who is quoted in some stretches of the articles of several, one after another; strings of other articles are left out. */
export function joinedSayings(sources: readonly Sayings[], stretches: readonly Stretch[]): Sayings {
  const { first, members } = joinedFirsts(
    sources.map((source) => source.first),
    stretches,
  );
  const joined = { ...emptySayings(0, first.at(-1) ?? 0), first };
  const strings = numbered();
  // What number each string of a source has here, so that it is looked up once.
  const renumbered = sources.map((source) => new Uint32Array(source.strings.length));
  let at = 0;
  for (const { source, first: from, after } of members) {
    const [sayings, numbers] = [sources[source], renumbered[source]];
    if (!sayings || !numbers) continue;
    const numberOf = (old = 0): number => {
      if (old === 0) return 0;
      numbers[old] ||= strings.numberOf(sayings.strings[old] ?? '');
      return numbers[old] ?? 0;
    };
    joined.wording.set(sayings.wording.subarray(from, after), at);
    for (let quotation = from; quotation < after; quotation++, at++) {
      joined.name[at] = numberOf(sayings.name[quotation]);
      joined.role[at] = numberOf(sayings.role[quotation]);
      joined.mention[at] = numberOf(sayings.mention[quotation]);
    }
  }
  return { ...joined, strings: strings.all };
}

function emptySayings(articles: number, quotations: number): Omit<Sayings, 'strings'> {
  return {
    first: new Uint32Array(articles + 1),
    name: new Uint32Array(quotations),
    role: new Uint32Array(quotations),
    mention: new Uint32Array(quotations),
    wording: new Float64Array(quotations),
  };
}

/** Numbers strings as they come, each once. */
function numbered() {
  const all = [''];
  const numbers = new Map([['', 0]]);
  return {
    all,
    numberOf(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}

function hashOf(words: string): number {
  const digest = createHash('sha256').update(words).digest();
  // 48 bits, and five of the next byte: as many as a number holds.
  return digest.readUIntBE(0, 6) * 2 ** 5 + (digest.readUInt8(6) >>> 3);
}
