import { createHash } from 'node:crypto';
import type { Place } from '../archive/place.js';

/** What a button carries: everything but the question, which stands in the message. */
export type PageState = {
  /** Name of the command whose pages these are. */
  command: string;
  /** Index of the first item of the page that the button leads to; in an article's text, a UTF-16 offset. */
  at: number;
  /** Discord id of whoever asked. */
  owner: string;
  private: boolean;
  /** Digest of the snapshot that the message was written from. */
  snapshot: string;
  /** Which of several: the digest of a person whom a name fits, or an article's id; null where there is no choice. */
  choice: string | null;
  /** The place in that article of the words that the button is about, as `writePlace` has it; null where it leads to a page. */
  item: string | null;
};

const SHAPE =
  /^p1\.([a-z]{1,16})\.(\d{1,7})\.(\d{1,20})\.([po])\.([\w-]{12})(?:\.([\w-]{8}|[\w-]{16}))?(?:~([\w-]{14,18}))?$/;

/** The state as a custom id, at most 99 characters. */
export function writeCustomId(state: PageState): string {
  const mode = state.private ? 'p' : 'o';
  const digests = `${state.snapshot}${state.choice ? `.${state.choice}` : ''}${state.item ? `~${state.item}` : ''}`;
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

/** A place as 14 to 18 characters: its digest, and where it starts and how long it is in base 36. */
export function writePlace({ digest, start, length }: Place): string {
  return digest + start.toString(36).padStart(5, '0') + length.toString(36);
}

/** The place that `writePlace` wrote, or null. */
export function readPlace(item: string): Place | null {
  const [, words, start, length] = /^([\w-]{8})([0-9a-z]{5})([0-9a-z]{1,5})$/.exec(item) ?? [];
  if (!words || !start || !length) return null;
  return { digest: words, start: Number.parseInt(start, 36), length: Number.parseInt(length, 36) };
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
