import type { Problem } from '../article.js';
import type { Draft, Drafts } from './reader.js';

/** A problem of one item, before it is known how the item's place is written. */
export type Note = Omit<Problem, 'file'>;

/** One of several articles in a file: what was found, or null, and what is to be said about it. */
export type Item = { draft: Draft | null; notes: readonly Note[] };

/** Collects what is to be said about one item that starts on `line`. */
export type Notes = {
  list: Note[];
  /** A field was left out, and why. */
  ignored(field: string, why: string): void;
  /** Something the article survived. */
  warned(what: string, why: string, remedy: string): void;
  /** Nothing came of the item, and why; gives the item. */
  refused(what: string, why: string, remedy: string): Item;
};

export function notesFor(line: number | null): Notes {
  const list: Note[] = [];
  const warned: Notes['warned'] = (what, why, remedy) => {
    list.push({ line, rejected: false, what, why, remedy });
  };
  return {
    list,
    warned,
    ignored: (field, why) => warned(`its ${field} was ignored`, why, `correct ${field}, or take it out`),
    refused: (what, why, remedy) => {
      list.push({ line, rejected: true, what, why, remedy });
      return { draft: null, notes: list };
    },
  };
}

/** The items of a file with their places: `file#n`, or the file itself where it holds one. */
export function placeItems(name: string, items: readonly Item[], about: readonly Note[] = []): Drafts {
  const several = items.length > 1;
  const drafts: Draft[] = [];
  const problems: Problem[] = about.map((note) => ({ file: name, ...note }));
  items.forEach(({ draft, notes }, index) => {
    const item = index + 1;
    for (const note of notes) problems.push({ file: several ? `${name}#${item}` : name, ...note });
    if (draft) drafts.push(several ? { ...draft, item } : draft);
  });
  return { drafts, problems };
}
