import { createHash } from 'node:crypto';
import type { Article, Problem } from './article.js';
import { rejection } from './problem.js';

/** A text of fewer characters may stand under several titles by chance: a notice, a line about a picture. */
const TELLING_LENGTH = 600;

/** Articles gathered from the files of a set, the same story once. */
export type Collected = {
  /** Takes an article, or says why it cannot stand beside one that is there. */
  add(article: Article): Problem | null;
  /** In the order they were added; each with the other files that hold it. */
  articles(): Article[];
};

/**
 * Gathers articles. Two with one text are the same story, unless their publications or days differ, or the text is short
 * and their titles differ; of these the one that says more of itself stays, else the first. Another text under a taken id is refused.
 */
export function collectArticles(): Collected {
  const byId = new Map<string, Article>();
  const idsOfText = new Map<string, string[]>();

  function replace(old: Article, kept: Article, other: Article): void {
    const otherFiles = [...(old.otherFiles ?? []), other.file];
    const whole = { ...kept, otherFiles };
    if (kept.id === old.id) byId.set(old.id, whole);
    else {
      // It stays where it was in the order.
      const all = [...byId].map(([id, article]) => (id === old.id ? whole : article));
      byId.clear();
      for (const article of all) byId.set(article.id, article);
    }
  }

  return {
    add(article) {
      const text = createHash('sha256').update(article.text).digest('base64');
      const ids = idsOfText.get(text) ?? [];
      const same = ids.map((id) => byId.get(id)).find((one) => one && isSameStory(one, article));
      if (same) {
        const better = detail(article) > detail(same) && !byId.has(article.id);
        if (better) {
          replace(same, article, same);
          idsOfText.set(text, [...ids.filter((id) => id !== same.id), article.id]);
        } else replace(same, same, article);
        return null;
      }
      const taken = byId.get(article.id);
      if (taken) return sameId(article, taken);
      byId.set(article.id, article);
      idsOfText.set(text, [...ids, article.id]);
      return null;
    },
    articles: () => [...byId.values()],
  };
}

function isSameStory(one: Article, other: Article): boolean {
  return (
    agree(one.publication, other.publication) &&
    (one.text.length > TELLING_LENGTH || one.title === other.title) &&
    agree(one.publishedAt?.slice(0, 10), other.publishedAt?.slice(0, 10))
  );
}

const agree = (one: string | null | undefined, other: string | null | undefined) =>
  !one || !other || one === other;

/** How much an article says of itself. */
function detail({ url, publication, publishedAt, authors }: Article): number {
  return [url, publication, publishedAt, authors[0]].filter(Boolean).length;
}

function sameId(article: Article, first: Article): Problem {
  return rejection(article.file, {
    what: `it is the same article as ${first.file}`,
    why:
      article.url === null
        ? 'both have the same title, publication and date, though their texts differ'
        : 'both have the same url, though their texts differ',
    remedy: 'keep the newer file, or give each its date or its own url',
  });
}
