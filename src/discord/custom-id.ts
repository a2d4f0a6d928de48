import { createHash } from 'node:crypto';

/** What a page button carries: everything but the question, which stands in the message. */
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
};

const SHAPE = /^p1\.([a-z]{1,32})\.(\d{1,6})\.(\d{1,20})\.([po])\.([\w-]{12})$/;

/** The state as a custom id, at most 84 characters. */
export function writeCustomId(state: PageState): string {
  const mode = state.private ? 'p' : 'o';
  return `p1.${state.command}.${state.at}.${state.owner}.${mode}.${state.snapshot}`;
}

/** The state of a custom id, or null where it is not one of ours or of another version. */
export function readCustomId(customId: string): PageState | null {
  const [, command, at, owner, mode, snapshot] = SHAPE.exec(customId) ?? [];
  if (!command || !at || !owner || !snapshot) return null;
  return { command, at: Number(at), owner, private: mode === 'p', snapshot };
}

/** Twelve characters that stand for a snapshot, whatever its id looks like. */
export function snapshotDigest(snapshot: string): string {
  return createHash('sha256').update(snapshot).digest('base64url').slice(0, 12);
}
