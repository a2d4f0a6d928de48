import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Archive, FoundQuotation, QuoteQuery } from '../archive/archive.js';
import { ArchiveError } from '../archive/errors.js';
import { MOST_NAMED_ARTICLES } from '../archive/requests.js';
import { StateError } from '../state/errors.js';
import type { Follow } from '../state/follows.js';
import type { State } from '../state/state.js';
import { wordsFor } from '../words/words.js';
import { loggable } from './errors.js';
import { mayPost } from './may-post.js';
import type { Posting } from './post.js';
import { type AlertItem, alertView } from './render/alert.js';

/** Tells channels of what is new for what they follow. */
export type Alerts = {
  /**
   * Looks at the articles that are new since it last did, and posts. Joins a look that is under way and looks once more; by itself it looks
   * again after a while where something had to wait. Never throws.
   */
  look(): Promise<void>;
  /** Ends after the post that is under way. */
  close(): Promise<void>;
};

const MOST_AT_ONCE = 50;
/** Of one person, for one follow. */
const MOST_QUOTATIONS = 1000;
/** Failures that say nothing about the question: it can be asked again. */
const PASSING: ReadonlySet<unknown> = new Set(['busy', 'stopped', 'closed', 'unreachable']);
/** What had to wait is tried again after this, and each time after twice as long, up to the longest. */
const WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * What was posted is recorded before it is posted: after a crash in between, that one post is missing, and none comes twice. The articles
 * count as looked at only when every follow has had its turn, so that a crash costs no other.
 */
export function createAlerts({
  archive,
  state,
  posting,
  logger,
  wait: first = WAIT_MS,
}: {
  archive: Archive;
  state: State;
  posting: Posting;
  logger: Logger;
  /** Milliseconds. Default a minute. */
  wait?: number;
}): Alerts {
  let wait = first;
  let later: NodeJS.Timeout | undefined;
  let under: Promise<void> | null = null;
  let again = false;
  let closed = false;

  /** False where something has to wait. */
  async function lookOnce(): Promise<boolean> {
    const before = await state.follows.lookedAt();
    if (!before) return true;
    const now = await archive.fingerprints();
    const articles = await archive.newSince(before);
    let isDone = true;
    if (articles.length > 0) {
      for (const follow of await state.follows.active()) {
        if (closed) return false;
        const hadItsTurn = await tell(follow, articles).catch((error: unknown) => {
          // Without the state nothing may be posted; a question that fails must not cost the others theirs.
          if (error instanceof StateError) throw error;
          logger.error({ follow: follow.id, err: loggable(error) }, 'one alert could not be made');
          return !(error instanceof ArchiveError && PASSING.has(error.code));
        });
        isDone &&= hadItsTurn;
      }
    }
    // Whose search was cut short has its turn at the next look; for the others nothing is new then.
    if (isDone && !closed) await state.follows.setLookedAt(now);
    return isDone;
  }

  /** Posts what is new for one follow; false where its turn must come again. */
  async function tell(follow: Follow, articles: readonly string[]): Promise<boolean> {
    const { id, guild, channel } = follow;
    const may = await mayPost(follow, { state, posting });
    if (may === 'unknown') return false;
    if (may === 'gone' || may === 'forbidden') await state.follows.pause(follow, may);
    // Where the server takes it off its list nothing is stored: allowing the channel again is enough.
    if (may !== 'yes') return true;
    const { publications } = state.servers.of(guild);
    const found = await itemsOf(publications ? archive.only(publications) : archive, follow, articles);
    const fresh = new Set(
      await state.follows.claim(
        follow,
        found.map(({ key }) => key),
      ),
    );
    const items = found.filter(({ key }) => fresh.has(key));
    if (items.length === 0) return true;
    const words = wordsFor(follow.locale);
    // Discord takes one message of this name: what is sent again after a lost answer is not posted twice.
    const name = digest([follow.id, ...items.map(({ key }) => key)]);
    const outcome = await posting.post(channel, alertView(follow, items, words), name);
    logger.info({ follow: id, guild, channel, items: items.length, outcome }, 'alert');
    if (outcome === 'gone' || outcome === 'forbidden') await state.follows.pause(follow, outcome);
    return true;
  }

  async function run(): Promise<void> {
    clearTimeout(later);
    let isDone = false;
    do {
      again = false;
      isDone = await lookOnce().catch((error: unknown) => {
        logger.error(
          { err: loggable(error) },
          'alerts could not be made; they are tried again after a while',
        );
        return false;
      });
    } while (again && !closed);
    if (!isDone && !closed) later = setTimeout(look, wait).unref();
    wait = isDone ? first : Math.min(2 * wait, LONGEST_WAIT_MS);
  }

  function look(): Promise<void> {
    again = true;
    under ??= run().finally(() => {
      under = null;
    });
    return under;
  }

  return {
    look,
    async close() {
      closed = true;
      clearTimeout(later);
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
  const isQuote = kind === 'person';
  const items = new Map<string, AlertItem>();
  // Of a large import, as many at a time as one question can name.
  for (let at = 0; at < articles.length; at += MOST_NAMED_ARTICLES) {
    const some = articles.slice(at, at + MOST_NAMED_ARTICLES);
    const found = isQuote
      ? await quotationsOf(archive, { person: what, articles: some })
      : await passagesOf(archive, what, some);
    for (const { text, article, paragraph } of found) {
      const key = keyOf(text);
      if (!items.has(key)) items.set(key, { key, text, article, paragraph, isQuote });
    }
  }
  return [...items.values()];
}

async function passagesOf(archive: Archive, topic: string, articles: readonly string[]) {
  const { answered, passages } = await archive.ask(topic, { articles });
  return answered ? passages : [];
}

/** Page by page, since an archive gives only so many at once: what is passed over now is never looked at again. */
async function quotationsOf(archive: Archive, query: QuoteQuery): Promise<FoundQuotation[]> {
  const all: FoundQuotation[] = [];
  for (let offset = 0; offset < MOST_QUOTATIONS; offset += MOST_AT_ONCE) {
    const { matched, quotations, total } = await archive.quotes({ ...query, offset, limit: MOST_AT_ONCE });
    // A name that is only spelt much the same is somebody else.
    if (matched === 'spelling') return [];
    all.push(...quotations);
    if (offset + MOST_AT_ONCE >= total) break;
  }
  return all;
}

/** The items that a follow has when it begins, and that are not to be posted: by their keys. */
export async function knownItems(
  archive: Archive,
  { kind, what }: Pick<Follow, 'kind' | 'what'>,
): Promise<string[]> {
  const known =
    kind === 'person' ? await quotationsOf(archive, { person: what }) : (await archive.ask(what)).passages;
  return known.map(({ text }) => keyOf(text));
}

// By the words alone: the same words in another article, or with another date, are nothing new.
const keyOf = (text: string) => digest([text.replace(/\s+/g, ' ').trim()]);
const digest = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
