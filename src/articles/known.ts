import type { Numbers } from '../text/columns.js';
import { type Repeated, repeated, valueAt } from '../text/repeated.js';
import type { Problem } from './article.js';
import type { Copies } from './copies.js';
import type { ArticleRecord } from './record.js';
import type { SetSettings } from './set-settings.js';
import type { Sketches } from './sketches.js';

/** A file that was read: what it held then, and what came out of it. */
export type KnownFile = {
  /** Where it is on disk. */
  path: string;
  /** As `ListedFile.stamp`. */
  stamp: string | null;
  /** Of its bytes. */
  hash: string;
  problems: readonly Problem[];
  /** How many articles came out of it. */
  articles: number;
};

/** What is known of a set that was read, without the text of any article. */
export type KnownSet = {
  /** Under which the files were read. */
  settings: SetSettings;
  files: readonly KnownFile[];
  /** Those of all articles of the files, in their order. */
  records: readonly ArticleRecord[];
  /** Of the same articles. */
  sketches: Sketches;
  /** The numbers among `records` of the articles that stayed, and of those that gave each its place. */
  stories: { number: Uint32Array<ArrayBuffer>; first: Uint32Array<ArrayBuffer> };
  /** Of the articles that stayed. */
  copies: Copies;
};

/** The same as a few long lists, which are written and read many times faster; without the sketches, which are read where they stand. */
export type PackedSet = Omit<KnownSet, 'files' | 'records' | 'sketches'> & {
  sketches: Omit<Sketches, 'hashes'>;
  files: Columns<Omit<KnownFile, 'problems'>> & { problems: Map<number, readonly Problem[]> };
  records: Columns<Omit<ArticleRecord, Shared>> & { [Field in Shared]: Repeated<ArticleRecord[Field]> };
};

type Shared = 'publication' | 'day';
type Columns<Row> = { [Field in keyof Row]: Row[Field][] };

/** A known set as lists, the memory of the arrays in it, and the sketches. */
export function packKnown({ files, records, sketches, ...set }: KnownSet): {
  packed: PackedSet;
  apart: ArrayBuffer[];
  hashes: Uint32Array;
} {
  const { hashes, ...withoutHashes } = sketches;
  const packed: PackedSet = {
    ...set,
    sketches: withoutHashes,
    files: {
      path: files.map(({ path }) => path),
      stamp: files.map(({ stamp }) => stamp),
      hash: files.map(({ hash }) => hash),
      articles: files.map(({ articles }) => articles),
      problems: new Map(
        files.flatMap(({ problems }, at) => (problems.length > 0 ? [[at, problems] as const] : [])),
      ),
    },
    records: {
      id: records.map(({ id }) => id),
      file: records.map(({ file }) => file),
      hash: records.map(({ hash }) => hash),
      story: records.map(({ story }) => story),
      length: records.map(({ length }) => length),
      publication: repeated(records.map(({ publication }) => publication)),
      day: repeated(records.map(({ day }) => day)),
      hasUrl: records.map(({ hasUrl }) => hasUrl),
      detail: records.map(({ detail }) => detail),
    },
  };
  const arrays = [withoutHashes, set.stories, set.copies].flatMap((columns) => Object.values(columns));
  return { packed, apart: arrays.map(({ buffer }) => buffer), hashes: hashes.subarray(0, hashes.length) };
}

/** What `packKnown` was given, of what it made of it. */
export function unpackKnown({ files, records, sketches, ...set }: PackedSet, hashes: Numbers): KnownSet {
  return {
    ...set,
    sketches: { ...sketches, hashes },
    files: files.path.map((path, at) => ({
      path,
      stamp: files.stamp[at] ?? null,
      hash: files.hash[at] ?? '',
      articles: files.articles[at] ?? 0,
      problems: files.problems.get(at) ?? [],
    })),
    records: records.id.map((id, at) => ({
      id,
      file: records.file[at] ?? '',
      hash: records.hash[at] ?? '',
      story: records.story[at] ?? '',
      length: records.length[at] ?? 0,
      publication: valueAt(records.publication, at) ?? null,
      day: valueAt(records.day, at) ?? null,
      hasUrl: records.hasUrl[at] ?? false,
      detail: records.detail[at] ?? 0,
    })),
  };
}
