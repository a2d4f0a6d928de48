import type { Problem } from './article.js';
import { rejection } from './problem.js';
import type { ArticleRecord } from './record.js';

/** Of the articles with one text this many are looked at: a text that stands more often is a notice, not a story. */
const MOST_COMPARED = 50;

/** A story of the set: the article that stands for it, and where else it is. */
export type Story = {
  record: ArticleRecord;
  /** The number under which its article was added. */
  number: number;
  /** The number of the article that was there first, which gives the story its place. */
  first: number;
  /** Other files with the same story. */
  otherFiles: readonly string[];
};

/** Articles gathered from the files of a set, the same story once. */
export type Collected = {
  /** Takes an article under a number, or says why it cannot stand beside one that is there. */
  add(record: ArticleRecord, number: number): Problem | null;
  /** In the order they were added. */
  stories(): Story[];
};

// Most stories stand in one file.
const NONE: string[] = [];

type Gathered = Story & {
  otherFiles: string[];
  /** The next with this text that is looked at. */
  next: Gathered | undefined;
};

/**
 * Gathers articles. Two with one text are the same story, unless their publications or days differ, or the text is short
 * and their titles differ; of these the one that says more of itself stays, else the first. Another text under a taken id is refused.
 */
export function collectStories(): Collected {
  const stories: Gathered[] = [];
  const byId = new Map<string, Gathered>();
  // The first with each text.
  const byText = new Map<string, Gathered>();

  function merge(story: Gathered, record: ArticleRecord, number: number): void {
    const old = story.record;
    const isFree = (byId.get(record.id) ?? story) === story;
    const isBetter = isFree && record.detail > old.detail;
    if (story.otherFiles === NONE) story.otherFiles = [];
    story.otherFiles.push(isBetter ? old.file : record.file);
    if (!isBetter) return;
    story.record = record;
    story.number = number;
    byId.delete(old.id);
    byId.set(record.id, story);
  }

  return {
    add(record, number) {
      let compared = 0;
      let last: Gathered | undefined;
      for (let story = byText.get(record.story); story; story = story.next) {
        if (isSameStory(story.record, record)) {
          merge(story, record, number);
          return null;
        }
        last = story;
        compared++;
      }
      const taken = byId.get(record.id);
      if (taken) return sameId(record, taken.record);
      const story: Gathered = { record, number, first: number, otherFiles: NONE, next: undefined };
      stories.push(story);
      byId.set(record.id, story);
      if (!last) byText.set(record.story, story);
      else if (compared < MOST_COMPARED) last.next = story;
      return null;
    },
    stories: () => stories,
  };
}

function isSameStory(one: ArticleRecord, other: ArticleRecord): boolean {
  return agree(one.publication, other.publication) && agree(one.day, other.day);
}

const agree = (one: string | null, other: string | null) => !one || !other || one === other;

function sameId(record: ArticleRecord, first: ArticleRecord): Problem {
  return rejection(record.file, {
    what: `it is the same article as ${first.file}`,
    why: record.hasUrl
      ? 'both have the same url, though their texts differ'
      : 'both have the same title, publication and date, though their texts differ',
    remedy: 'keep the newer file, or give each its date or its own url',
  });
}
