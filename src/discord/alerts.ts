import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.js';
import { StateError } from '../state/errors.js';
import type { Follow } from '../state/follows.js';
import type { State } from '../state/state.js';
import { wordsFor } from '../words/words.js';
import { loggable } from './errors.js';
import type { Posting } from './post.js';
import { type AlertItem, alertView } from './render/alert.js';

/** Tells channels of what is new for what they follow. */
export type Alerts = {
  /** Looks at the articles that are new since it last did, and posts. Joins a look that is under way and looks once more. Never throws. */
  look(): Promise<void>;
  /** Ends after the post that is under way. */
  close(): Promise<void>;
};

const MOST_AT_ONCE = 50;

/**
 * What was posted is recorded before it is posted: after a crash in between, that one post is missing, and none comes twice. The articles
 * count as looked at only when every follow has had its turn, so that a crash costs no other.
 */
export function createAlerts({
  archive,
  state,
  post,
  logger,
}: {
  archive: Archive;
  state: State;
  post: Posting['post'];
  logger: Logger;
}): Alerts {
  let under: Promise<void> | null = null;
  let again = false;
  let closed = false;

  async function lookOnce(): Promise<void> {
    const before = state.follows.lookedAt();
    if (!before) return;
    const now = await archive.fingerprints();
    const articles = await archive.newSince(before);
    if (articles.length > 0) {
      for (const follow of state.follows.active()) {
        if (closed) return;
        await tell(follow, articles).catch((error: unknown) => {
          // Without the state nothing may be posted; a question that fails must not cost the others theirs.
          if (error instanceof StateError) throw error;
          logger.error({ follow: follow.id, err: loggable(error) }, 'one alert could not be made');
        });
      }
    }
    if (!closed) state.follows.setLookedAt(now);
  }

  async function tell(follow: Follow, articles: readonly string[]): Promise<void> {
    const { publications } = state.servers.of(follow.guild);
    const found = await itemsOf(publications ? archive.only(publications) : archive, follow, articles);
    const fresh = new Set(
      state.follows.claim(
        follow.id,
        found.map(({ key }) => key),
      ),
    );
    const items = found.filter(({ key }) => fresh.has(key));
    if (items.length === 0) return;
    const words = wordsFor(follow.locale);
    // Discord takes one message of this name: what is sent again after a lost answer is not posted twice.
    const name = digest([follow.id, ...items.map(({ key }) => key)]);
    const outcome = await post(follow.channel, alertView(follow, items, words), name);
    const { id, guild, channel } = follow;
    logger.info({ follow: id, guild, channel, items: items.length, outcome }, 'alert');
    if (outcome === 'gone' || outcome === 'forbidden') state.follows.pause(id, outcome);
  }

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await lookOnce();
      } catch (error) {
        logger.error(
          { err: loggable(error) },
          'alerts could not be made; they are tried after the next reload',
        );
      }
    } while (again && !closed);
  }

  return {
    look() {
      again = true;
      under ??= run().finally(() => {
        under = null;
      });
      return under;
    },
    async close() {
      closed = true;
      await under;
    },
  };
}

/** What these articles have for a follow, as /quote and /ask find it. */
async function itemsOf(
  archive: Archive,
  { kind, what }: Pick<Follow, 'kind' | 'what'>,
  articles: readonly string[],
): Promise<AlertItem[]> {
  if (kind === 'person') {
    const { person, matched, quotations } = await archive.quotes({
      person: what,
      articles,
      limit: MOST_AT_ONCE,
    });
    // A name that is only spelt much the same is somebody else.
    if (!person || matched === 'spelling') return [];
    return quotations.map(({ text, article, paragraph }) => ({
      key: keyOf(text),
      text,
      article,
      paragraph,
      isQuote: true,
    }));
  }
  const { answered, passages } = await archive.ask(what, { articles });
  if (!answered) return [];
  return passages.map(({ text, article, paragraph }) => ({
    key: keyOf(text),
    text,
    article,
    paragraph,
    isQuote: false,
  }));
}

/** The items that a follow has when it begins, and that are not to be posted: by their keys. */
export async function knownItems(archive: Archive, follow: Pick<Follow, 'kind' | 'what'>): Promise<string[]> {
  if (follow.kind === 'topic') {
    const { passages } = await archive.ask(follow.what);
    return passages.map(({ text }) => keyOf(text));
  }
  const keys: string[] = [];
  for (let offset = 0; offset < 1000; offset += MOST_AT_ONCE) {
    const { quotations, total } = await archive.quotes({ person: follow.what, offset, limit: MOST_AT_ONCE });
    keys.push(...quotations.map(({ text }) => keyOf(text)));
    if (offset + MOST_AT_ONCE >= total) break;
  }
  return keys;
}

// By the words alone: the same words in another article, or with another date, are nothing new.
const keyOf = (text: string) => digest([text.replace(/\s+/g, ' ').trim()]);
const digest = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
