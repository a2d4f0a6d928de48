import { createHash } from 'node:crypto';

/** What a button carries: everything but the question, which stands in the message. */
export type PageState = {
  /** Name of the command whose pages these are. */
  command: string;
  /** Index of the first item of the page that the button leads to. */
  at: number;
  /** Discord id of whoever asked. */
  owner: string;
  private: boolean;
  /** Digest of the snapshot that the message was written from. */
  snapshot: string;
  /** Digest of the person chosen among several whom a name fits; null where nobody was chosen. */
  choice: string | null;
  /** Digest of the one item, at `at`, that the button opens; null where it opens a page. */
  item: string | null;
};

const SHAPE =
  /^p1\.([a-z]{1,32})\.(\d{1,6})\.(\d{1,20})\.([po])\.([\w-]{12})(?:\.([\w-]{8}))?(?:\.i([\w-]{8}))?$/;

/** The state as a custom id, at most 97 characters. */
export function writeCustomId(state: PageState): string {
  const mode = state.private ? 'p' : 'o';
  const digests = `${state.snapshot}${state.choice ? `.${state.choice}` : ''}${state.item ? `.i${state.item}` : ''}`;
  return `p1.${state.command}.${state.at}.${state.owner}.${mode}.${digests}`;
}

/** The state of a custom id, or null where it is not one of ours or of another version. */
export function readCustomId(customId: string): PageState | null {
  const [, command, at, owner, mode, snapshot, choice = null, item = null] = SHAPE.exec(customId) ?? [];
  if (!command || !at || !owner || !snapshot) return null;
  return { command, at: Number(at), owner, private: mode === 'p', snapshot, choice, item };
}

/** Twelve characters that stand for a snapshot, whatever its id looks like. */
export function snapshotDigest(snapshot: string): string {
  return digest(snapshot).slice(0, 12);
}

/** Eight characters that stand for a person, whatever their id looks like. */
export function personDigest(id: string): string {
  return digest(id).slice(0, 8);
}

/** Eight characters that stand for words in an article, wherever in it they stand. */
export function quotationDigest(article: string, words: string): string {
  return digest(JSON.stringify([article, words])).slice(0, 8);
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
