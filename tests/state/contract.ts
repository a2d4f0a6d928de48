import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { MOST_FOLLOWS, MOST_REMEMBERED } from '../../src/state/follows.js';
import { DEFAULTS } from '../../src/state/servers.js';
import type { State, StateOptions } from '../../src/state/state.js';

/** Opens a state over the same store, each time another. */
export type Opens = (options?: StateOptions) => Promise<State>;

const GAPS = { keepQuestions: true };
const LOOKED_AT = Buffer.from('as it was first');
const LATER = Buffer.from('as it was later');

/** A follow of a person in a channel of a server. */
const person = (what: string, channel = '7', guild = '20') =>
  ({ guild, channel, kind: 'person', what, locale: 'en' }) as const;

/** What is asked of every state, over a new store that `begin` gives; `runs` is how many histories are made up. */
export function stateContract(name: string, begin: () => Promise<Opens>, { runs = 20 } = {}): void {
  const opened: State[] = [];
  const closeAll = async () => {
    for (const state of opened.splice(0)) await state.close();
  };
  /** Two states over one new store, as two processes have them. */
  async function two(options: StateOptions = {}): Promise<{ one: State; other: State; again: Opens }> {
    const opens = await begin();
    const again: Opens = async (more = options) => {
      const state = await opens(more);
      opened.push(state);
      return state;
    };
    return { one: await again(), other: await again(), again };
  }

  describe(`the state in ${name}`, () => {
    afterEach(closeAll);
    afterAll(closeAll);

    describe('settings of servers', () => {
      test('are the defaults, until they are told, and then kept', async () => {
        const { one, again } = await two();
        expect(one.servers.of('1')).toEqual(DEFAULTS);
        expect(one.servers.of(null)).toEqual(DEFAULTS);
        const settings = { private: true, channels: ['7'], publications: ['Ö, "quoted"'] };
        expect(await one.servers.update('1', () => settings)).toEqual(settings);
        expect(one.servers.of('1')).toEqual(settings);
        const after = await again();
        expect(after.servers.of('1')).toEqual(settings);
        expect(after.servers.of('2')).toEqual(DEFAULTS);
        expect(await after.health()).toEqual({ unusable: null, movedAside: [], unread: false });
      });

      test('that another process changes are seen within seconds', async () => {
        const { one, other } = await two();
        await one.servers.update('1', (before) => ({ ...before, private: true }));
        await vi.waitFor(() => expect(other.servers.of('1').private).toBe(true), 10_000);
        await other.servers.update('1', (before) => ({ ...before, channels: ['7'] }));
        await vi.waitFor(() => expect(one.servers.of('1').channels).toEqual(['7']), 10_000);
        expect(one.servers.of('1')).toEqual({ private: true, channels: ['7'], publications: null });
      });

      test('that two change at once have both changes', async () => {
        const { one, other } = await two();
        const wanted = Array.from({ length: 12 }, (_, at) => String(at));
        await Promise.all(
          wanted.map((channel, at) =>
            (at % 2 ? one : other).servers.update('1', (before) => ({
              ...before,
              channels: [...(before.channels ?? []), channel],
            })),
          ),
        );
        const { channels } = await one.servers.update('1', (before) => before);
        expect([...(channels ?? [])].sort()).toEqual(wanted.toSorted());
      });
    });

    describe('questions without an answer', () => {
      test('count once however they are written, with the last day, the most asked first', async () => {
        const { one, other } = await two(GAPS);
        await one.gaps.note('1', 'Where is the café?', '2026-01-01');
        await one.gaps.note('1', 'Who came?', '2026-01-02');
        await other.gaps.note('1', 'where  is the CAFE', '2026-01-03');
        expect(await one.gaps.of('1')).toEqual([
          { question: 'Where is the café?', count: 2, last: '2026-01-03' },
          { question: 'Who came?', count: 1, last: '2026-01-02' },
        ]);
      });

      test('are of one server, and not kept outside servers or without a word', async () => {
        const { one } = await two(GAPS);
        await one.gaps.note('2', 'Who came?', '2026-01-01');
        await one.gaps.note(null, 'Who came?', '2026-01-01');
        await one.gaps.note('1', '???', '2026-01-01');
        expect(await one.gaps.of('1')).toEqual([]);
        expect(await one.gaps.of('2')).toHaveLength(1);
        await one.gaps.clear('2');
        await one.gaps.clear('3');
        expect(await one.gaps.of('2')).toEqual([]);
      });

      test('are all counted where two count at once', async () => {
        const { one, other } = await two(GAPS);
        await Promise.all(
          Array.from({ length: 10 }, (_, at) =>
            (at % 2 ? one : other).gaps.note('1', 'Who came?', '2026-01-01'),
          ),
        );
        expect(await one.gaps.of('1')).toEqual([{ question: 'Who came?', count: 10, last: '2026-01-01' }]);
      });

      test('are bounded: the rarest and oldest go, the newest stays', async () => {
        const { one } = await two(GAPS);
        for (let times = 0; times < 2; times++) await one.gaps.note('1', 'common question', '2026-01-01');
        for (let at = 0; at < 505; at++) await one.gaps.note('1', `question ${at}`, '2026-01-02');
        await one.gaps.note('1', 'the newest question', '2025-01-01');
        const kept = (await one.gaps.of('1')).map(({ question }) => question);
        expect(kept.length).toBeLessThanOrEqual(501);
        expect(kept.length).toBeGreaterThanOrEqual(500);
        expect(kept[0]).toBe('common question');
        expect(kept).toContain('the newest question');
      });

      test('are deleted at the first start that is not to keep them', async () => {
        const { one, again } = await two(GAPS);
        await one.gaps.note('1', 'Who came?', '2026-01-01');
        await one.close();
        const without = await again({});
        await without.gaps.note('1', 'Who left?', '2026-01-01');
        expect(without.gaps.kept).toBe(false);
        expect(await (await again(GAPS)).gaps.of('1')).toEqual([]);
      });

      test('cost nothing where they cannot be kept', async () => {
        const { one } = await two(GAPS);
        await one.close();
        await one.gaps.note('1', 'Who came?', '2026-01-01');
        await expect(one.gaps.of('1')).rejects.toMatchObject({ name: 'StateError' });
      });
    });

    describe('follows', () => {
      test('are of a server, each once, with an id that no other has', async () => {
        const { one, other } = await two();
        expect(await one.follows.begin(person('Ada Brill'), [], LOOKED_AT)).toBe(true);
        expect(await other.follows.begin(person('ada  brill'.replace('  ', ' ')), [], LOOKED_AT)).toBe(true);
        await other.follows.begin({ ...person('Ada Brill'), kind: 'topic' }, [], LOOKED_AT);
        await one.follows.begin(person('Ada Brill', '8'), [], LOOKED_AT);
        await other.follows.begin(person('Ada Brill', '7', '21'), [], LOOKED_AT);
        const [there, elsewhere] = [await one.follows.of('20'), await one.follows.of('21')];
        expect(there).toMatchObject([
          { channel: '7', kind: 'person', what: 'Ada Brill', locale: 'en', paused: null },
          { channel: '7', kind: 'topic' },
          { channel: '8', kind: 'person' },
        ]);
        expect(elsewhere).toMatchObject([{ guild: '21' }]);
        const active = await other.follows.active();
        expect(active).toEqual([...there, ...elsewhere].sort((a, b) => a.id - b.id));
        expect(new Set(active.map(({ id }) => id)).size).toBe(4);
      });

      test('are no more than a server may have, also where two begin them at once', async () => {
        const { one, other } = await two();
        const begun = await Promise.all(
          Array.from({ length: MOST_FOLLOWS + 5 }, (_, at) =>
            (at % 2 ? one : other).follows.begin(person(`Person ${at}`), [], LOOKED_AT),
          ),
        );
        expect(begun.filter(Boolean)).toHaveLength(MOST_FOLLOWS);
        const follows = await one.follows.of('20');
        expect(follows).toHaveLength(MOST_FOLLOWS);
        const [first] = follows;
        // One that is there can begin again, and another server has room of its own.
        expect(await one.follows.begin(person(first?.what ?? ''), [], LOOKED_AT)).toBe(true);
        expect(await one.follows.begin(person('Ada Brill', '7', '21'), [], LOOKED_AT)).toBe(true);
        expect(await other.follows.end('20', first?.id ?? 0)).toBe(true);
        expect(await one.follows.begin(person('Ada Brill'), [], LOOKED_AT)).toBe(true);
      });

      test('of the same thing that two begin at once are one', async () => {
        const { one, other } = await two();
        const both = [one, other].map((state) => state.follows.begin(person('Ada Brill'), ['a'], LOOKED_AT));
        expect(await Promise.all(both)).toEqual([true, true]);
        const follows = await one.follows.of('20');
        expect(follows).toHaveLength(1);
        for (const follow of follows) expect(await one.follows.claim(follow, ['a', 'b'])).toEqual(['b']);
      });

      test('end in their own server alone, and once', async () => {
        const { one, other } = await two();
        await one.follows.begin(person('Ada Brill'), [], LOOKED_AT);
        for (const { id } of await one.follows.of('20')) {
          expect(await other.follows.end('21', id)).toBe(false);
          const ends = await Promise.all([other.follows.end('20', id), one.follows.end('20', id)]);
          expect(ends.toSorted()).toEqual([false, true]);
        }
        expect(await one.follows.active()).toEqual([]);
        expect(await one.follows.of('20')).toEqual([]);
      });

      test('that are paused post nothing until they are begun again', async () => {
        const { one, other } = await two();
        await one.follows.begin(person('Ada Brill'), [], LOOKED_AT);
        for (const follow of await one.follows.of('20')) {
          await other.follows.pause(follow, 'forbidden');
          expect(await one.follows.active()).toEqual([]);
          expect(await one.follows.of('20')).toMatchObject([{ paused: 'forbidden' }]);
          expect(await one.follows.claim(follow, ['a'])).toEqual([]);
          await one.follows.begin({ ...person('Ada Brill'), locale: 'fr' }, ['b'], LATER);
          expect(await other.follows.active()).toEqual([{ ...follow, locale: 'fr' }]);
          expect(await one.follows.claim(follow, ['a', 'b'])).toEqual(['a']);
        }
      });
    });

    describe('what was posted', () => {
      /** A new follow, and two states over it. */
      async function followed(known: readonly string[] = []) {
        const { one, other } = await two();
        await one.follows.begin(person('Ada Brill'), known, LOOKED_AT);
        const [follow] = await other.follows.of('20');
        if (!follow) throw new Error('There is no follow.');
        return { one, other, follow };
      }

      test('is claimed by one of two that claim it at once', async () => {
        const { one, other, follow } = await followed(['known']);
        const items = Array.from({ length: 40 }, (_, at) => `item ${at}`);
        const claims = await Promise.all(
          Array.from({ length: 8 }, (_, at) =>
            (at % 2 ? one : other).follows.claim(follow, ['known', ...items.slice(at * 4, at * 4 + 12)]),
          ),
        );
        expect(claims.flat().toSorted()).toEqual(items.toSorted());
        expect(await one.follows.claim(follow, items)).toEqual([]);
      });

      test('counts for that follow, and is gone with it', async () => {
        const { one, other, follow } = await followed();
        await one.follows.begin(person('Bo Lund'), [], LOOKED_AT);
        const [, second] = await one.follows.of('20');
        expect(await one.follows.claim(follow, ['a', 'a'])).toEqual(['a']);
        expect(second && (await one.follows.claim(second, ['a']))).toEqual(['a']);
        await other.follows.end('20', follow.id);
        expect(await one.follows.claim(follow, ['b'])).toEqual([]);
        await one.follows.begin(person('Ada Brill'), [], LOOKED_AT);
        const again = (await one.follows.of('20')).find(({ what }) => what === 'Ada Brill');
        expect(again?.id).not.toBe(follow.id);
        expect(again && (await one.follows.claim(again, ['a']))).toEqual(['a']);
      });

      test('is remembered up to a bound, the latest of it', async () => {
        const { one, follow } = await followed();
        const items = Array.from({ length: MOST_REMEMBERED + 1 }, (_, at) => `item ${at}`);
        expect(await one.follows.claim(follow, items)).toHaveLength(items.length);
        expect(await one.follows.claim(follow, items.slice(1))).toEqual([]);
        expect(await one.follows.claim(follow, items.slice(0, 1))).toEqual(items.slice(0, 1));
      });
    });

    describe('what was looked at', () => {
      test('is there from the first follow of all to the end of the last', async () => {
        const { one, other } = await two();
        expect(await one.follows.lookedAt()).toBeNull();
        await one.follows.begin(person('Ada Brill'), [], LOOKED_AT);
        await other.follows.begin(person('Bo Lund', '7', '21'), [], LATER);
        expect(await other.follows.lookedAt()).toEqual(LOOKED_AT);
        await other.follows.setLookedAt(LATER);
        expect(await one.follows.lookedAt()).toEqual(LATER);
        const [first, second] = await one.follows.active();
        await other.follows.end('20', first?.id ?? 0);
        expect(await one.follows.lookedAt()).toEqual(LATER);
        await one.follows.end('21', second?.id ?? 0);
        expect(await other.follows.lookedAt()).toBeNull();
      });

      test('is there where one begins a follow while another ends the last', async () => {
        const { one, other } = await two();
        for (let times = 0; times < 5; times++) {
          await one.follows.begin(person('Ada Brill'), [], LOOKED_AT);
          const [last] = await one.follows.active();
          const beginning = other.follows.begin(person('Bo Lund', '7', '21'), [], LATER);
          await Promise.all([beginning, one.follows.end('20', last?.id ?? 0)]);
          expect(await one.follows.lookedAt()).not.toBeNull();
          for (const { id } of await one.follows.active()) await other.follows.end('21', id);
          expect(await one.follows.lookedAt()).toBeNull();
        }
      });
    });

    test('any history of follows has what a list of them would have', async () => {
      const names = ['Ada Brill', 'Bo Lund', 'Tom Arkwright'] as const;
      const step = fc.record({
        what: fc.constantFrom(...names),
        does: fc.constantFrom('begin', 'end', 'pause', 'claim'),
        items: fc.subarray(['a', 'b', 'c', 'd']),
        isFirst: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
          const { one, other } = await two();
          const model = new Map<string, { isPaused: boolean; posted: Set<string> }>();
          for (const { what, does, items, isFirst } of steps) {
            const { follows } = isFirst ? one : other;
            const known = model.get(what);
            const follow = (await follows.of('20')).find((each) => each.what === what) ?? {
              guild: '20',
              id: 0,
            };
            if (does === 'begin') {
              await follows.begin(person(what), items, LOOKED_AT);
              model.set(what, { isPaused: false, posted: new Set([...(known?.posted ?? []), ...items]) });
            } else if (does === 'end') {
              expect(await follows.end('20', follow.id)).toBe(model.delete(what));
            } else if (does === 'pause') {
              await follows.pause(follow, 'gone');
              if (known) known.isPaused = true;
            } else {
              const isOpen = known && !known.isPaused;
              const fresh = isOpen ? items.filter((item) => !known.posted.has(item)) : [];
              expect(await follows.claim(follow, items)).toEqual(fresh);
              for (const item of fresh) known?.posted.add(item);
            }
          }
          const there = (await one.follows.of('20')).map(({ what, paused }) => [what, paused !== null]);
          expect(new Map(there.map(([what, isPaused]) => [what, isPaused]))).toEqual(
            new Map([...model].map(([what, { isPaused }]) => [what, isPaused])),
          );
          expect((await one.follows.lookedAt()) === null).toBe(model.size === 0);
          expect(await other.follows.active()).toHaveLength(
            [...model.values()].filter(({ isPaused }) => !isPaused).length,
          );
          await closeAll();
        }),
        { numRuns: runs },
      );
    });
  });
}
