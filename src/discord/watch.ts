import { isGone } from './errors.js';

/** How an interaction can arrive. */
export type Kind = 'command' | 'message' | 'button' | 'autocomplete' | 'other';

/**
 * How it went: `failed` was logged as an error, `gone` means that nobody could be answered any more, `refused` that the person was
 * told why not.
 */
export type Result = 'answered' | 'refused' | 'failed' | 'gone';

/** One interaction that is being seen to. */
export type Seen = {
  /** Discord was told so. Where this is not called, the answer itself told it. */
  acknowledged(): void;
  /** It is over. Called once. */
  over(result: Result): void;
};

/** Told of each interaction, as it happens. None of these may throw or take time. */
export type RouterWatch = {
  /** `command` is a name out of the bot's own list, or `unknown`: never what somebody typed. */
  arrived(kind: Kind, command: string): Seen;
};

/** Watches nothing. */
export const unwatched: RouterWatch = { arrived: () => ({ acknowledged() {}, over() {} }) };

/** `work`, whose end is told to `seen`. It throws what `work` throws. */
export function watched(seen: Seen, work: () => Promise<Result>): () => Promise<void> {
  return async () => {
    try {
      seen.over(await work());
    } catch (error) {
      seen.over(isGone(error) ? 'gone' : 'failed');
      throw error;
    }
  };
}
