import { z } from 'zod';
import { OutOfReachError } from '../../search/out-of-reach.js';
import { fold } from '../../text/fold.js';
import { type Follow, FollowSchema, type Follows, MOST_FOLLOWS, MOST_REMEMBERED } from '../follows.js';
import type { Documents } from './documents.js';
import type { SharedStore } from './store.js';

const FollowsSchema = z.array(FollowSchema).catch([]);
const ItemsSchema = z.array(z.string());
const IdSchema = z.number().catch(0);
const ArticlesSchema = z.object({ articles: z.string() });

const MOST_TRIES = 10;

/** A server's follows; one document, so that it never has too many of them, nor one twice. */
export const followsOf = (guild: string) => ({ kind: 'follows', key: guild }) as const;
/** What was posted of a follow: there as long as the follow is. */
export const postedOf = (id: number) => ({ kind: 'posted', key: String(id) }) as const;
export const LOOKED_AT = { kind: 'looked-at', key: '' } as const;
const LAST_ID = { kind: 'last-id', key: '' } as const;

const deleted = () => ({ after: null, result: undefined });

/** Makes these items count as posted, before the follow is there. */
export const remember = (documents: Documents, id: number, items: readonly string[]): Promise<void> =>
  documents.change(postedOf(id), (value) => ({
    after: [...new Set([...(ItemsSchema.safeParse(value).data ?? []), ...items])].slice(-MOST_REMEMBERED),
    result: undefined,
  }));

/** An id that no follow has had. */
export const nextId = (documents: Documents): Promise<number> =>
  documents.change(LAST_ID, (value) => {
    const id = IdSchema.parse(value) + 1;
    return { after: id, result: id };
  });

/** Has the articles count as looked at where none do. */
export const beginLooking = (documents: Documents, articles: Uint8Array): Promise<void> =>
  documents.change(LOOKED_AT, (value) => {
    const known = ArticlesSchema.safeParse(value);
    // Written in any case, so that whoever found no follow a moment ago cannot delete it.
    return { after: { articles: known.data?.articles ?? asText(articles) }, result: undefined };
  });

/** Those in the cluster. */
export function sharedFollows(store: () => SharedStore): Follows {
  const listOf = async (documents: Documents, guild: string): Promise<Follow[]> =>
    FollowsSchema.parse(await documents.read(followsOf(guild)));
  return {
    active: () =>
      store().use(async (documents) => {
        const { found } = await documents.all('follows');
        return found
          .flatMap(({ value }) => FollowsSchema.parse(value))
          .filter(({ paused }) => paused === null)
          .sort((a, b) => a.id - b.id);
      }),
    of: (guild) => store().use((documents) => listOf(documents, guild)),
    begin: (follow, known, articles) =>
      store().use(async (documents) => {
        const { guild } = follow;
        const isSame = (one: Follow) =>
          one.channel === follow.channel && one.kind === follow.kind && fold(one.what) === fold(follow.what);
        for (let tries = 1; tries <= MOST_TRIES; tries++) {
          const before = await listOf(documents, guild);
          const same = before.find(isSame);
          if (before.filter((one) => one !== same).length >= MOST_FOLLOWS) return false;
          const id = same?.id ?? (await nextId(documents));
          // Before any other process can claim one of them.
          await remember(documents, id, known);
          const isKept = await documents.change(followsOf(guild), (value) => {
            const list = FollowsSchema.parse(value);
            const at = list.findIndex(isSame);
            const isAsBefore = list[at]?.id === same?.id && list.length - (same ? 1 : 0) < MOST_FOLLOWS;
            if (!isAsBefore) return { after: value, result: false };
            const one = { ...(same ?? follow), id, locale: follow.locale, paused: null };
            return { after: same ? list.with(at, one) : [...list, one], result: true };
          });
          if (isKept) {
            await beginLooking(documents, articles);
            return true;
          }
          // Another process has begun or ended it meanwhile, or filled the list.
          if (!same || !(await listOf(documents, guild)).some((one) => one.id === id))
            await documents.change(postedOf(id), deleted);
        }
        throw new OutOfReachError(
          'The follows of a server in OpenSearch are changed by others all the time.',
        );
      }),
    end: (guild, id) =>
      store().use(async (documents) => {
        const was = await documents.change(followsOf(guild), (value) => {
          const list = FollowsSchema.parse(value);
          const left = list.filter((one) => one.id !== id);
          if (left.length === list.length) return { after: value, result: false };
          return { after: left, result: true };
        });
        if (!was) return false;
        await documents.change(postedOf(id), deleted);
        await documents.change(followsOf(guild), (value) => ({
          after: FollowsSchema.parse(value).length > 0 ? value : null,
          result: undefined,
        }));
        // What is begun meanwhile either counts here, or writes this document so that it stays.
        await documents.change(LOOKED_AT, async (value) => ({
          after: (await documents.count('follows')).documents > 0 ? value : null,
          result: undefined,
        }));
        return true;
      }),
    pause: ({ guild, id }, why) =>
      store().use((documents) =>
        documents.change(followsOf(guild), (value) => {
          const list = FollowsSchema.parse(value);
          const at = list.findIndex((one) => one.id === id);
          const one = list[at];
          return { after: one ? list.with(at, { ...one, paused: why }) : value, result: undefined };
        }),
      ),
    claim: ({ guild, id }, items) =>
      store().use(async (documents) => {
        if (items.length === 0) return [];
        const follow = (await listOf(documents, guild)).find((one) => one.id === id);
        if (follow?.paused !== null) return [];
        return documents.change(postedOf(id), (value) => {
          const posted = ItemsSchema.safeParse(value);
          // It was ended meanwhile.
          if (!posted.success) return { after: value, result: [] };
          const known = new Set(posted.data);
          const fresh = [...new Set(items)].filter((item) => !known.has(item));
          const after = [...posted.data, ...fresh].slice(-MOST_REMEMBERED);
          return { after: fresh.length > 0 ? after : value, result: fresh };
        });
      }),
    lookedAt: () =>
      store().use(async (documents) => {
        const read = ArticlesSchema.safeParse(await documents.read(LOOKED_AT));
        return read.success ? Buffer.from(read.data.articles, 'base64') : null;
      }),
    setLookedAt: (articles) =>
      store().use((documents) =>
        documents.change(LOOKED_AT, () => ({
          after: { articles: asText(articles) },
          result: undefined,
        })),
      ),
  };
}

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
