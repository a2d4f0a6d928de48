import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LocalCluster } from '../../bench/opensearch/cluster.js';
import { connect } from '../../src/search/opensearch/cluster.js';
import { documentsBehind } from '../../src/state/opensearch/documents.js';
import { aliasOf } from '../../src/state/opensearch/mapping.js';
import { openSharedState, type SharedStateOptions } from '../../src/state/opensearch/state.js';
import { DEFAULTS, UNKNOWN } from '../../src/state/servers.js';
import { openState, type State } from '../../src/state/state.js';
import type { StoreEvent } from '../../src/state/store.js';
import { stateContract } from '../state/contract.js';
import { startBot } from '../support/discord/bot-process.js';
import { startStandIn } from '../support/discord/driver.js';
import { isEphemeral, seen } from '../support/discord/messages.js';

const FOLLOW = { guild: '20', channel: '7', kind: 'person', what: 'Ada Brill', locale: 'en' } as const;
const LOOKED_AT = Buffer.from('all that there is');

/** States of a group of tests that run one after another, which share what they open; closed after each test. */
function statesOn(cluster: () => LocalCluster) {
  const opened: State[] = [];
  const events: StoreEvent[] = [];
  const optionsOf = (name: string, options: Partial<SharedStateOptions> = {}): SharedStateOptions => ({
    cluster: { nodes: cluster().nodes },
    name,
    folder: join(tmpdir(), 'cuttings-there-is-none'),
    onEvent: (event) => events.push(event),
    ...options,
  });
  afterEach(async () => {
    for (const state of opened.splice(0)) await state.close();
    events.length = 0;
  });
  return {
    opened,
    events,
    optionsOf,
    async open(name: string, options: Partial<SharedStateOptions> = {}) {
      const state = await openSharedState(optionsOf(name, options));
      opened.push(state);
      return state;
    },
    async asked(method: string, path: string, body?: object): Promise<unknown> {
      const response = await fetch(`${cluster().nodes[0]}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      return response.json();
    },
  };
}

const makePrivate = (state: State, guild = '1') =>
  state.servers.update(guild, (before) => ({ ...before, private: true }));

/** What is asked of a state in a cluster, beside all else that is asked of the cluster. */
export function sharedStateTests(cluster: () => LocalCluster): void {
  describe('what bots remember', () => {
    describe.sequential('in a cluster', () => {
      const { opened, events, optionsOf, open, asked } = statesOn(cluster);
      const folders: string[] = [];
      afterEach(async () => {
        for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
      });

      stateContract(
        'a cluster',
        async () => {
          const name = randomUUID();
          return (options) => openSharedState({ ...optionsOf(name), ...options });
        },
        { runs: 3 },
      );

      describe('a state in a cluster', () => {
        it('of another version is left as it is, and works again when it is of ours', async () => {
          const name = randomUUID();
          const before = await open(name);
          await makePrivate(before);
          const setVersion = (version: number) =>
            asked('PUT', `/${aliasOf(name)}/_mapping`, { _meta: { version } });
          await setVersion(99);
          const state = await open(name);
          expect(state.servers.of('1')).toBe(UNKNOWN);
          await expect(makePrivate(state)).rejects.toMatchObject({ code: 'newer' });
          expect(await state.health()).toEqual({ unusable: 'newer', movedAside: [], unread: true });
          expect(events.map(({ kind }) => kind)).toContain('unusable');
          // Also one that was there before.
          expect((await before.health()).unusable).toBe('newer');
          await expect(makePrivate(before)).rejects.toMatchObject({ code: 'newer' });
          await setVersion(1);
          await makePrivate(state, '2');
          expect((await state.health()).unusable).toBeNull();
          expect(state.servers.of('1').private).toBe(true);
        });

        it('deleted while bots run is made anew only at a start, with its mapping; those that run keep what they know', async () => {
          const name = randomUUID();
          const [one, other] = [await open(name), await open(name)];
          await makePrivate(one);
          await vi.waitFor(() => expect(other.servers.of('1').private).toBe(true), 10_000);
          await asked('DELETE', `/${aliasOf(name)}-1`);
          await expect(makePrivate(one, '2')).rejects.toMatchObject({ code: 'gone' });
          await expect(one.follows.of('1')).rejects.toMatchObject({ code: 'gone' });
          expect((await other.health()).unusable).toBe('gone');
          const later = await open(name);
          await makePrivate(later, '2');
          expect(later.servers.of('1')).toEqual(DEFAULTS);
          for (const state of [one, other]) {
            expect((await state.health()).unusable).toBe('gone');
            expect(state.servers.of('1').private).toBe(true);
          }
          expect(await asked('GET', `/${aliasOf(name)}/_mapping`)).toMatchObject({
            [`${aliasOf(name)}-1`]: {
              mappings: { dynamic: 'strict', properties: { value: { enabled: false } } },
            },
          });
        });

        it('is changed once where the answer to a change is lost', async () => {
          const client = await connect({ nodes: cluster().nodes });
          const alias = aliasOf(randomUUID());
          opened.push(await open(alias.slice(aliasOf('').length)));
          // The second answer says that somebody has changed it already.
          const documents = documentsBehind(
            alias,
            async (request) => {
              const answer = await client.send(request);
              return request.method === 'GET' ? answer : client.send(request);
            },
            async () => {},
          );
          const place = { kind: 'posted', key: '1' } as const;
          const add = (item: string) =>
            documents.change(place, (value) => {
              const list = Array.isArray(value) ? value : [];
              return list.includes(item)
                ? { after: value, result: 'there already' }
                : { after: [...list, item], result: 'added' };
            });
          expect([await add('a'), await add('b'), await add('a')]).toEqual([
            'added',
            'added',
            'there already',
          ]);
          expect(await documents.read(place)).toEqual(['a', 'b']);
          await client.close();
        });

        describe('takes a state file over', () => {
          /** A folder with a state file, which has settings of a server, a question, and a follow. */
          async function folderWithFile(): Promise<string> {
            const folder = await mkdtemp(join(tmpdir(), 'cuttings-state-'));
            folders.push(folder);
            const state = openState(folder, { keepQuestions: true });
            await makePrivate(state);
            await makePrivate(state, '2');
            await state.gaps.note('1', 'Who came?', '2026-01-01');
            await state.follows.begin(FOLLOW, ['known'], LOOKED_AT);
            await state.follows.begin({ ...FOLLOW, what: 'Bo Lund' }, [], LOOKED_AT);
            for (const follow of await state.follows.of('20'))
              if (follow.what === 'Bo Lund') await state.follows.pause(follow, 'gone');
            await state.close();
            return folder;
          }

          it('whole, once, and leaves it as it is', async () => {
            const [name, folder] = [randomUUID(), await folderWithFile()];
            const file = join(folder, 'state.db');
            const before = await readFile(file);
            const state = await open(name, { folder, keepQuestions: true });
            expect(events).toEqual([{ kind: 'taken-over', file, servers: 2, follows: 2 }]);
            expect(state.servers.of('1').private).toBe(true);
            expect(await state.gaps.of('1')).toEqual([
              { question: 'Who came?', count: 1, last: '2026-01-01' },
            ]);
            await state.gaps.note('1', 'WHO CAME', '2026-01-02');
            expect(await state.gaps.of('1')).toHaveLength(1);
            const [active, paused] = await state.follows.of('20');
            expect(paused).toMatchObject({ what: 'Bo Lund', paused: 'gone' });
            expect(active && (await state.follows.claim(active, ['known', 'new']))).toEqual(['new']);
            expect(await state.follows.lookedAt()).toEqual(LOOKED_AT);
            await state.servers.update('1', () => DEFAULTS);
            await state.follows.end('20', active?.id ?? 0);
            const again = await open(name, { folder });
            expect(again.servers.of('1')).toEqual(DEFAULTS);
            expect(await again.follows.of('20')).toEqual([paused]);
            expect(await readFile(file)).toEqual(before);
          });

          it('that another process finds at the same time, and keeps what the cluster knows', async () => {
            const [name, folder, second] = [randomUUID(), await folderWithFile(), await folderWithFile()];
            const first = await open(name);
            const settings = { ...DEFAULTS, channels: ['9'] };
            await first.servers.update('1', () => settings);
            const [one, other] = await Promise.all([
              open(name, { folder, keepQuestions: true }),
              open(name, { folder: second, keepQuestions: true }),
            ]);
            for (const state of [one, other]) {
              expect(state.servers.of('1')).toEqual(settings);
              await vi.waitFor(() => expect(state.servers.of('2').private).toBe(true), 10_000);
            }
            const follows = await one.follows.of('20');
            expect(follows.map(({ what }) => what)).toEqual(['Ada Brill', 'Bo Lund']);
            for (const follow of follows) {
              const fresh = follow.paused ? [] : ['new'];
              expect(await other.follows.claim(follow, ['known', 'new'])).toEqual(fresh);
            }
          });

          it('only where it can be read: until then servers are shown nothing', async () => {
            const [name, folder] = [randomUUID(), await folderWithFile()];
            const file = join(folder, 'state.db');
            const whole = await readFile(file);
            await writeFile(file, whole.subarray(0, 5000));
            const state = await open(name, { folder });
            expect(state.servers.of('1')).toBe(UNKNOWN);
            await expect(makePrivate(state)).rejects.toMatchObject({ code: 'damaged' });
            expect(await state.health()).toMatchObject({ unusable: 'not-taken-over', unread: true });
            for (const name of await readdir(folder))
              if (name.includes('damaged')) await rm(join(folder, name));
            await writeFile(file, whole);
            await vi.waitFor(() => expect(state.servers.of('1').private).toBe(true), 10_000);
            expect(await state.health()).toEqual({ unusable: null, movedAside: [], unread: false });
          });

          it('without its questions where they are not to be kept', async () => {
            const [name, folder] = [randomUUID(), await folderWithFile()];
            await open(name, { folder });
            expect(await (await open(name, { keepQuestions: true })).gaps.of('1')).toEqual([]);
          });
        });
      });
    });
  });

  describe('a state in a cluster out of reach', () => {
    const { events, open } = statesOn(cluster);
    it('refuses changes while the cluster is out of reach, keeps what is known, and works again by itself', async () => {
      const name = randomUUID();
      const network = await networkTo(cluster().nodes[0] ?? '');
      const beyond = { cluster: { nodes: [network.address] } };
      const one = await open(name, { ...beyond, keepQuestions: true });
      const other = await open(name, { keepQuestions: true });
      await makePrivate(one);
      events.length = 0;
      network.cut();
      await expect(makePrivate(one, '2')).rejects.toMatchObject({ code: 'unreachable' });
      await expect(one.follows.active()).rejects.toMatchObject({ code: 'unreachable' });
      await one.gaps.note('1', 'Who came?', '2026-01-01');
      expect((await one.health()).unusable).toBe('unreachable');
      expect(one.servers.of('1').private).toBe(true);
      // Told once.
      expect(events.map(({ kind }) => kind)).toEqual(['unusable']);
      // One that starts now is there all the same, and shows servers nothing.
      const late = await open(name, { ...beyond, keepQuestions: true });
      expect(late.servers.of('1')).toBe(UNKNOWN);
      expect(late.servers.of(null)).toEqual(DEFAULTS);
      await makePrivate(other, '3');
      network.mend();
      for (const state of [one, late])
        await vi.waitFor(() => expect(state.servers.of('3').private).toBe(true), 30_000);
      await makePrivate(one, '2');
      expect((await one.health()).unusable).toBeNull();
      expect(late.servers.of('1').private).toBe(true);
      expect(await other.gaps.of('1')).toEqual([]);
      network.close();
    });
  });

  it('a state in a cluster is shared by bots on several machines', async () => {
    const discord = await startStandIn();
    const manager = discord.user('manager');
    discord.member(discord.home, manager, { permissions: ['ManageGuild'] });
    const name = randomUUID();
    // Each has a folder of its own.
    const start = () =>
      startBot(discord, {
        env: { OPENSEARCH_URLS: cluster().nodes.join(), SHARED_STATE: name },
      });
    try {
      const one = await start();
      await discord.slash('server privacy', { 'private-answers': true }, { user: manager }).reply();
      await discord.slash('follow topic', { topic: 'harbour' }, { user: manager }).reply();
      await one.stop();
      const other = await start();
      const reply = await discord.slash('ask', { question: 'Who chaired the meeting in Brussels?' }).reply();
      expect(isEphemeral(reply)).toBe(true);
      expect(seen(await discord.slash('follow list', {}, { user: manager }).reply())).toContain('harbour');
      expect((await other.stop()).code).toBe(0);
    } finally {
      await discord.stop();
    }
  });
}

/** What is asked of a state while a node dies, which stays dead. */
export function stateWhileNodeDies(cluster: () => LocalCluster): void {
  describe.sequential('a state in a cluster that fails', () => {
    const { open, asked } = statesOn(cluster);
    it('loses nothing and gives nothing twice while a node dies', async () => {
      const name = randomUUID();
      const [one, other] = [await open(name), await open(name)];
      await one.follows.begin(FOLLOW, [], LOOKED_AT);
      const [follow] = await one.follows.of('20');
      if (!follow) throw new Error('There is no follow.');
      const shards = await asked('GET', `/_cat/shards/${aliasOf(name)}?format=json&h=prirep,node`);
      const primary = Array.isArray(shards) ? shards.find(({ prirep }) => prirep === 'p') : undefined;
      const node = Number(String(primary?.node).slice('node-'.length)) - 1;
      const given: string[] = [];
      const refused: string[] = [];
      for (let round = 0; round < 60; round++) {
        if (round === 15) void cluster().kill(node);
        const item = `item ${round}`;
        const claims = [one, other].map((state) => state.follows.claim(follow, [item]));
        for (const claim of await Promise.allSettled(claims))
          if (claim.status === 'fulfilled') given.push(...claim.value);
          else refused.push(item);
        await sleep(100);
      }
      console.log(`a node killed under claims: ${given.length} given once, ${refused.length} refused`);
      expect(new Set(given).size).toBe(given.length);
      const isRight = (item: string) => given.includes(item) || refused.includes(item);
      expect(
        Array.from({ length: 60 }, (_, round) => `item ${round}`).filter((item) => !isRight(item)),
      ).toEqual([]);
      expect(given.length).toBeGreaterThan(50);
    });
  });
}

/** A way to a node, which can be cut as a cable can. */
async function networkTo(address: string) {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    if (isCut) return socket.destroy();
    const onward = connectTo(Number(port), hostname);
    for (const [each, its] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(each);
      each.pipe(its);
      each.on('error', () => {}).on('close', () => its.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    address: `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}`,
    cut,
    mend() {
      isCut = false;
    },
    close() {
      cut();
      server.close();
    },
  };
}
