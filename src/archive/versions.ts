import { deserialize, serialize } from 'node:v8';
import type { ArticleRef } from '../articles/article.js';
import type { Changes } from './protocol.js';

type Version = [article: ArticleRef, hash: string];

/** The articles of a snapshot with the hashes of their contents, as bytes for `changesSince`. */
export function packVersions(
  references: readonly ArticleRef[],
  hashes: ReadonlyMap<string, string>,
): Uint8Array {
  return serialize(references.map((article): Version => [article, hashes.get(article.id) ?? '']));
}

/** What is different in a snapshot from the one whose articles `packVersions` packed, by id and contents. */
export function changesSince(
  packed: Uint8Array,
  references: readonly ArticleRef[],
  hashes: ReadonlyMap<string, string>,
): Changes {
  const old: Version[] = deserialize(packed);
  const before = new Map(old.map(([{ id }, hash]) => [id, hash]));
  return {
    added: references.filter(({ id }) => !before.has(id)),
    changed: references.filter(({ id }) => before.has(id) && before.get(id) !== hashes.get(id)),
    removed: old.flatMap(([article]) => (hashes.has(article.id) ? [] : [article])),
  };
}
