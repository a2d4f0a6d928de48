import type { Numbers } from '../text/columns.js';
import {
  joinedBytes,
  joinedFirsts,
  joinedNumbers,
  joinedValues,
  lengthOf,
  type Stretch,
} from '../text/stretches.js';
import type { PassageTable } from './passage-table.js';
import { averageOf, countedWords, countTitles, type TermCounts } from './word-counts.js';

/**
 * The table of some stretches of articles of several tables, no article twice: all that `buildPassageTable` would give for these
 * articles in this order. The words are read where they stand; those that are counted are either the words kept or the words left out,
 * whichever are fewer.
 */
export function joinedTable(tables: readonly PassageTable[], articles: readonly Stretch[]): PassageTable {
  const passages = joinedFirsts(
    tables.map(({ firstPassage }) => firstPassage),
    articles,
  );
  const sentences = joinedFirsts(
    tables.map(({ firstSentence }) => firstSentence),
    passages.members,
  );
  const words = joinedFirsts(
    tables.map(({ firstWord }) => firstWord),
    sentences.members,
  );
  const titles = joinedFirsts(
    tables.map(({ firstTitleWord }) => firstTitleWord),
    articles,
  );
  const counts = tables.map((table, source) =>
    countsOf(
      table,
      articles.filter((stretch) => stretch.source === source),
    ),
  );
  const { numbers, ...terms } = joinedTerms(tables, counts);
  const renumber = (of: (table: PassageTable) => Numbers) =>
    tables.map((table, source) => renumbered(of(table), numbers[source]));
  const length = joinedValues(
    tables.map((table) => table.length),
    passages.members,
  );
  const titleTerm = joinedNumbers(
    renumber((table) => table.titleTerm),
    titles.members,
  );
  return {
    paragraph: joinedNumbers(
      tables.map(({ paragraph }) => paragraph),
      passages.members,
    ),
    leaning: joinedBytes(
      tables.map(({ leaning }) => leaning),
      passages.members,
    ).subarray(0, length.length),
    length,
    averageLength: averageOf(length),
    firstSentence: sentences.first,
    firstWord: words.first,
    sentenceSpan: joinedNumbers(
      tables.map(({ sentenceSpan }) => sentenceSpan),
      sentences.members.map(({ source, first, after }) => ({ source, first: 2 * first, after: 2 * after })),
    ),
    term: joinedNumbers(
      renumber((table) => table.term),
      words.members,
    ),
    flags: joinedBytes(
      tables.map(({ flags }) => flags),
      words.members,
    ),
    firstPassage: passages.first,
    firstTitleWord: titles.first,
    titleTerm: titleTerm.subarray(0, titleTerm.length),
    ...terms,
  };
}

/** How the kept articles of a table use its terms, by their numbers in it. */
function countsOf(table: PassageTable, kept: readonly Stretch[]): TermCounts {
  const left = stretchesBetween(kept, table.firstPassage.length - 1);
  const passagesIn = (articles: readonly Stretch[]) =>
    joinedFirsts([table.firstPassage], articles.map(ofOne)).members;
  const [more, fewer] = [passagesIn(kept), passagesIn(left)];
  if (lengthOf(more) <= lengthOf(fewer)) return counted(table, kept, more);
  const gone = counted(table, left, fewer);
  const less = (all: Uint32Array, some: Uint32Array) => {
    const rest = all.slice();
    for (let term = 0; term < rest.length; term++) rest[term] = (rest[term] ?? 0) - (some[term] ?? 0);
    return rest;
  };
  return {
    held: less(table.held, gone.held),
    passagesWith: less(table.passagesWith, gone.passagesWith),
    uses: less(table.uses, gone.uses),
    capitals: less(table.capitals, gone.capitals),
  };
}

const ofOne = ({ first, after }: Stretch): Stretch => ({ source: 0, first, after });

/** The stretches of a list of `length` entries that the given ones leave out. */
function stretchesBetween(stretches: readonly Stretch[], length: number): Stretch[] {
  const rising = stretches.toSorted((one, other) => one.first - other.first);
  const between: Stretch[] = [];
  let at = 0;
  for (const { first, after } of [...rising, { first: length, after: length }]) {
    if (first > at) between.push({ source: 0, first: at, after: first });
    at = after;
  }
  return between;
}

/** How some articles, with these passages, use the terms of their table. */
function counted(
  table: PassageTable,
  articles: readonly Stretch[],
  passages: readonly Stretch[],
): TermCounts {
  const counts = countedWords(table, passages);
  const titles = joinedFirsts([table.firstTitleWord], articles.map(ofOne)).members;
  for (const { first, after } of titles) countTitles(counts, table.titleTerm.subarray(first, after));
  return counts;
}

/** The terms that are held in any of the tables, sorted, with their counts, and the number in them of each table's terms. */
function joinedTerms(
  tables: readonly PassageTable[],
  counts: readonly TermCounts[],
): TermCounts & { vocabulary: string[]; numbers: Uint32Array[] } {
  // Plain loops: these are hundreds of thousands of terms.
  const numbers = tables.map(({ vocabulary }) => new Uint32Array(vocabulary.length));
  const vocabulary: string[] = [];
  const next = tables.map(() => 0);
  for (;;) {
    let least: string | undefined;
    for (let source = 0; source < tables.length; source++) {
      const [terms, held] = [tables[source]?.vocabulary ?? [], counts[source]?.held];
      let at = next[source] ?? 0;
      while (at < terms.length && held?.[at] === 0) at++;
      next[source] = at;
      const term = terms[at];
      if (term !== undefined && (least === undefined || term < least)) least = term;
    }
    if (least === undefined) break;
    for (let source = 0; source < tables.length; source++) {
      const at = next[source] ?? 0;
      const own = numbers[source];
      if (!own || tables[source]?.vocabulary[at] !== least) continue;
      own[at] = vocabulary.length;
      next[source] = at + 1;
    }
    vocabulary.push(least);
  }
  const summed = (of: (counts: TermCounts) => Uint32Array) => {
    const sums = new Uint32Array(vocabulary.length);
    for (const [source, each] of counts.entries()) {
      const [own, count] = [numbers[source] ?? sums, of(each)];
      for (let term = 0; term < count.length; term++) {
        const number = own[term] ?? 0;
        sums[number] = (sums[number] ?? 0) + (count[term] ?? 0);
      }
    }
    return sums;
  };
  return {
    numbers,
    vocabulary,
    held: summed(({ held }) => held),
    passagesWith: summed(({ passagesWith }) => passagesWith),
    uses: summed(({ uses }) => uses),
    capitals: summed(({ capitals }) => capitals),
  };
}

/** A column of terms with other numbers; itself where each has the number that it had. */
function renumbered(column: Numbers, numbers: Uint32Array = new Uint32Array(0)): Numbers {
  if (numbers.every((number, term) => number === term)) return column;
  return {
    length: column.length,
    subarray(first, after) {
      const terms = column.subarray(first, after).slice();
      for (let at = 0; at < terms.length; at++) terms[at] = numbers[terms[at] ?? 0] ?? 0;
      return terms;
    },
  };
}
