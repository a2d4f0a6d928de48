import { createHash } from 'node:crypto';
import type { Article, Problem } from './article.js';
import { rejection } from './problem.js';

/** A text of fewer characters may stand under several titles by chance: a notice, a line about a picture. */
const TELLING_LENGTH = 600;

/** Of the articles with one text this many are looked at: a text that stands more often is a notice, not a story. */
const MOST_COMPARED = 50;

/** Articles gathered from the files of a set, the same story once. */
export type Collected = {
  /** Takes an article, or says why it cannot stand beside one that is there. */
  add(article: Article): Problem | null;
  /** In the order they were added; each with the other files that hold it. */
  articles(): Article[];
};

type Story = { article: Article; otherFiles: string[] };

/**
 * Gathers articles. Two with one text are the same story, unless their publications or days differ, or the text is short
 * and their titles differ; of these the one that says more of itself stays, else the first. Another text under a taken id is refused.
 */
export function collectArticles(): Collected {
  const stories: Story[] = [];
  const byId = new Map<string, Story>();
  const byText = new Map<string, Story[]>();

  function merge(story: Story, article: Article): void {
    const old = story.article;
    const isFree = (byId.get(article.id) ?? story) === story;
    const isBetter = isFree && detail(article) > detail(old);
    story.otherFiles.push(isBetter ? old.file : article.file);
    if (!isBetter) return;
    story.article = article;
    byId.delete(old.id);
    byId.set(article.id, story);
  }

  return {
    add(article) {
      const key = textKey(article);
      const withText = byText.get(key) ?? [];
      const same = withText.find((story) => isSameStory(story.article, article));
      if (same) {
        merge(same, article);
        return null;
      }
      const taken = byId.get(article.id);
      if (taken) return sameId(article, taken.article);
      const story = { article, otherFiles: [] };
      stories.push(story);
      byId.set(article.id, story);
      if (withText.length < MOST_COMPARED) withText.push(story);
      byText.set(key, withText);
      return null;
    },
    articles: () =>
      stories.map(({ article, otherFiles }) =>
        otherFiles.length > 0 ? { ...article, otherFiles } : article,
      ),
  };
}

function textKey({ text, title }: Article): string {
  const telling = text.length > TELLING_LENGTH ? text : `${title}\n\n${text}`;
  return createHash('sha256').update(telling).digest('base64');
}

function isSameStory(one: Article, other: Article): boolean {
  return (
    agree(one.publication, other.publication) &&
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
