import type { ArticleRef } from '../articles/article.js';
import { type Repeated, repeated, valueAt } from '../text/repeated.js';

/** References of articles as a few long lists, which are read several times faster; what is the same of many stands in them once. */
export type PackedReferences = {
  [Field in 'id' | 'file' | 'title' | 'url']: ArticleRef[Field][];
} & {
  [Field in 'publication' | 'authors' | 'publishedAt' | 'archivedUrl']: Repeated<ArticleRef[Field]>;
};

/** References as lists. */
export function packReferences(references: readonly ArticleRef[]): PackedReferences {
  return {
    id: references.map(({ id }) => id),
    file: references.map(({ file }) => file),
    title: references.map(({ title }) => title),
    publication: repeated(references.map(({ publication }) => publication)),
    authors: repeated(
      references.map(({ authors }) => authors),
      (authors) => JSON.stringify(authors),
    ),
    publishedAt: repeated(references.map(({ publishedAt }) => publishedAt)),
    url: references.map(({ url }) => url),
    archivedUrl: repeated(references.map(({ archivedUrl }) => archivedUrl)),
  };
}

/** The references of which `packReferences` made these lists. Those that agree in a field share its value, which is to be read only. */
export function unpackReferences(packed: PackedReferences): ArticleRef[] {
  return packed.id.map((id, at) => {
    const archivedUrl = valueAt(packed.archivedUrl, at);
    const reference = {
      id,
      file: packed.file[at] ?? '',
      title: packed.title[at] ?? '',
      publication: valueAt(packed.publication, at) ?? null,
      authors: valueAt(packed.authors, at) ?? [],
      publishedAt: valueAt(packed.publishedAt, at) ?? null,
      url: packed.url[at] ?? null,
    };
    return archivedUrl === undefined ? reference : { ...reference, archivedUrl };
  });
}
