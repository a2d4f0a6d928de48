/** An article as people marked it, or as a program found it. */
export type Marked = {
  id: string;
  paragraphs: string[] | null;
  body: string[] | null;
  title: string | null;
  authors: string[];
  date: string | null;
};

export type Found = {
  paragraphs: string[];
  title: string | null;
  authors: string[];
  publishedAt: string | null;
};

/** Measures of one set of pages; null where the set has no gold for it. */
export type Scores = {
  body: number | null;
  precision: number | null;
  recall: number | null;
  paragraph: number | null;
  title: number | null;
  authors: number | null;
  date: number | null;
};

const SHINGLE = 4;

/**
 * Body F1 compares runs of four words, its precision and recall are averaged over pages (the measure of the
 * article extraction benchmark); paragraph F1 compares whole paragraphs over all pages; title, author set and
 * day are shares of pages that have them right.
 */
export function score(pages: readonly { gold: Marked; found: Found }[]): Scores {
  const precisions: number[] = [];
  const recalls: number[] = [];
  const right: Record<'title' | 'authors' | 'date', number[]> = { title: [], authors: [], date: [] };
  const counts = { same: 0, found: 0, gold: 0 };
  for (const { gold, found } of pages) {
    const wanted = shingles((gold.body ?? gold.paragraphs ?? []).join('\n'));
    const got = shingles(found.paragraphs.join('\n'));
    const same = common(wanted, got);
    if (sum(got) > 0) precisions.push(same / sum(got));
    else if (sum(wanted) === 0) precisions.push(1);
    if (sum(wanted) > 0) recalls.push(same / sum(wanted));
    if (gold.paragraphs) {
      const goldKeys = tally(gold.paragraphs.map(key).filter(Boolean));
      const foundKeys = tally(found.paragraphs.map(key).filter(Boolean));
      counts.same += common(goldKeys, foundKeys);
      counts.found += sum(foundKeys);
      counts.gold += sum(goldKeys);
    }
    if (gold.title) right.title.push(Number(key(gold.title) === key(found.title ?? '')));
    if (gold.authors.length > 0) right.authors.push(Number(sameSet(gold.authors, found.authors)));
    if (gold.date && gold.date !== 'None')
      right.date.push(Number((found.publishedAt ?? '').slice(0, 10) === gold.date));
  }
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return {
    body: precision && recall ? (2 * precision * recall) / (precision + recall) : null,
    precision,
    recall,
    paragraph: counts.gold > 0 ? (2 * counts.same) / (counts.found + counts.gold) : null,
    title: mean(right.title),
    authors: mean(right.authors),
    date: mean(right.date),
  };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (words.length < SHINGLE) return tally(words.length > 0 ? [words.join(' ')] : []);
  return tally(words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(' ')));
}

function key(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one.map(key)), new Set(other.map(key))];
  return a.size === b.size && [...a].every((name) => b.has(name));
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function common(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [item, count] of one) shared += Math.min(count, other.get(item) ?? 0);
  return shared;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const count of counts.values()) all += count;
  return all;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((all, value) => all + value, 0) / values.length : null;
}
