import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ArchiveOptions, openArchive } from 'cuttings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCluster, prepareCluster, startCluster } from '../../bench/opensearch/cluster.js';
import { cacheFolder } from '../../src/archive/snapshot-cache.js';
import type { Engine } from '../../src/search/engine.js';
import { openOpenSearchIndex } from '../../src/search/opensearch/opensearch.js';
import { OutOfReachError } from '../../src/search/out-of-reach.js';
import { bringUpToDate, type StoredIndex } from '../../src/search/stored-index.js';
import {
  engineContract,
  engineOver,
  storedIndexContract,
  tableOf,
  weighted,
} from '../search/engine-contract.js';
import { sharedStateTests, stateWhileNodeDies } from './shared-state.js';

const SHIPPED = fileURLToPath(new URL('../../data/articles', import.meta.url));
const SOURCE = fileURLToPath(new URL('../../bench/opensearch', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'cuttings-opensearch-'));
const prepared = prepareCluster({ folder, source: SOURCE });
if ('lacks' in prepared) console.log(`The tests on OpenSearch are left out. ${prepared.lacks}`);

let cluster: LocalCluster;
const opened: { close(): Promise<void> }[] = [];

const open = (archive: string, code = 'tests') =>
  openOpenSearchIndex({ cluster: { nodes: cluster.nodes }, archive, code, grace: 0 });

/** What an article says is its key here. */
const bring = async (index: StoredIndex, paragraphs: readonly string[]): Promise<Engine> => {
  const engine = await bringUpToDate(index, tableOf(paragraphs), paragraphs);
  opened.push(engine);
  return engine;
};

const holding = async (engine: Engine, term: string) =>
  (await engine.propose({ terms: weighted(term), required: [], allowed: null, limit: 10 })).map(
    ({ passage }) => passage,
  );

async function asked(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${cluster.nodes[0]}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return response.json();
}

const countOf = async (archive: string) => {
  await asked('POST', `/cuttings-passages-${archive}-*/_refresh`);
  return asked('GET', `/cuttings-passages-${archive}-*/_count?filter_path=count`);
};

describe.skipIf('lacks' in prepared)('on a cluster of three nodes', () => {
  beforeAll(async () => {
    // What lives for two minutes is not worth compiling twice.
    const java = ['-XX:TieredStopAtLevel=1'];
    if ('classpath' in prepared) cluster = await startCluster({ folder, ...prepared, java });
    // A node takes seconds over its first question, and one that takes as long over a person's is given up.
    const index = await open('first');
    opened.push(index);
    await bring(index, ['The ferry left.']);
    await Promise.all(
      cluster.nodes.map((node) => fetch(`${node}/cuttings-passages-first-*/_search?q=ferri`)),
    );
  });
  afterAll(async () => {
    for (const each of opened) await each.close();
    await cluster?.close();
    await rm(folder, { recursive: true, force: true });
  });

  // The longest first.
  sharedStateTests(() => cluster);
  engineContract('opensearch', async (table) => engineOver(await open(randomUUID()), table), { runs: 3 });
  storedIndexContract('opensearch', async () => {
    const archive = randomUUID();
    return { index: await open(archive), again: () => open(archive) };
  });

  const FIRST = ['The ferry left.', 'The bridge stands.', 'The mayor spoke.'];
  const SECOND = ['The mayor spoke.', 'The harbour froze.'];

  describe('generations', () => {
    it('leave nothing behind but the current one, also after a crash', async () => {
      const archive = randomUUID();
      const dying = await open(archive);
      await bring(dying, FIRST);
      const next = await dying.begin();
      await next.add([{ key: 'lost', passages: [['lost', 'word']] }]);
      await dying.close();
      const index = await open(archive);
      opened.push(index);
      expect(await index.keys()).toEqual(new Set(FIRST));
      // Waits until the one that died has been silent for long.
      await bring(index, SECOND);
      await bring(index, [...SECOND, 'The ferry came back.']);
      // A passage for each, and what is told of the articles that were written together.
      expect(await countOf(archive)).toEqual({ count: 3 + 3 });
      const other = await open(archive, 'other code');
      opened.push(other);
      expect((await other.keys()).size).toBe(0);
      await bring(other, FIRST);
      await bring(other, SECOND);
      await bring(other, FIRST);
      expect(await countOf(archive)).toEqual({ count: 4 + 3 });
    });

    it('are made again where somebody deleted what is kept', async () => {
      const archive = randomUUID();
      for (const deleted of [
        `/cuttings-passages-${archive}-1`,
        `/cuttings-state/_doc/${archive}?refresh=true`,
      ]) {
        const index = await open(archive);
        opened.push(index);
        await bring(index, FIRST);
        await asked('DELETE', deleted);
        const again = await open(archive);
        opened.push(again);
        expect((await again.keys()).size).toBe(0);
        expect(await holding(await bring(again, SECOND), 'harbour')).toEqual([1]);
      }
    });

    it('are written by one process at a time', async () => {
      const archive = randomUUID();
      const [one, other] = [await open(archive), await open(archive)];
      opened.push(one, other);
      const engines = await Promise.all([bring(one, FIRST), bring(other, SECOND)]);
      expect(await holding(engines[0], 'mayor')).toEqual([2]);
      expect(await holding(engines[1], 'mayor')).toEqual([0]);
      const [last, third] = [await one.keys(), await open(archive)];
      opened.push(third);
      expect(await third.keys()).toEqual(last);
      expect([new Set(FIRST), new Set(SECOND)]).toContainEqual(last);
    });

    it('stay as they are where the index takes nothing, and go on when it does', async () => {
      const archive = randomUUID();
      const index = await open(archive);
      opened.push(index);
      const before = await bring(index, FIRST);
      const block = (isOn: boolean | null) =>
        asked('PUT', `/cuttings-passages-${archive}-*/_settings`, {
          'index.blocks.read_only_allow_delete': isOn,
        });
      await block(true);
      await expect(bringUpToDate(index, tableOf(SECOND), SECOND)).rejects.toThrow(/read-only when a disk/);
      expect(await holding(before, 'ferri')).toEqual([0]);
      expect(await index.keys()).toEqual(new Set(FIRST));
      await block(null);
      expect(await holding(await bring(index, SECOND), 'harbour')).toEqual([1]);
    });
  });

  const archiveOn = async (options: Partial<ArchiveOptions>) => {
    const archive = await openArchive({
      articles: SHIPPED,
      cache: join(folder, `cache of ${options.engine}`),
      opensearch: { nodes: cluster.nodes },
      ...options,
    });
    opened.push(archive);
    return archive;
  };

  describe('whole archives', () => {
    it('answer as on Lunr, and a reload writes what changed', async () => {
      const articles = join(folder, 'articles');
      await cp(SHIPPED, articles, { recursive: true });
      const [lunr, archive] = [
        await archiveOn({ articles, engine: 'lunr' }),
        await archiveOn({ articles, engine: 'opensearch' }),
      ];
      expect((await archive.status()).engine).toBe('opensearch');
      for (const question of ['Who chaired the meeting in Brussels?', '"a real risk"', 'Who painted it?', ''])
        for (const filters of [{}, { person: 'Stoltenberg' }, { publication: 'London Defender' }])
          expect(await archive.ask(question, filters)).toEqual(await lunr.ask(question, filters));
      await writeFile(join(articles, 'lighthouse'), 'Ada Brill painted the lighthouse of Calder Mouth.');
      expect((await archive.reload()).swapped).toBe(true);
      const { passages } = await archive.ask('Who painted the lighthouse?');
      expect(passages[0]?.text).toContain('Ada Brill');
    });

    it('are built anew where somebody deletes the index under them, whatever is asked then', async () => {
      const articles = join(folder, 'articles that lose their index');
      await cp(SHIPPED, articles, { recursive: true });
      const lost: unknown[] = [];
      const archive = await archiveOn({
        articles,
        engine: 'opensearch',
        onLost: (error) => lost.push(error),
      });
      const question = 'Who chaired the meeting in Brussels?';
      const [expected, status] = [await archive.ask(question), await archive.status()];
      const index = `/cuttings-passages-${basename(cacheFolder('cache', articles))}-*`;
      await asked('DELETE', index);
      expect(await archive.ask(question)).toEqual(expected);
      await asked('DELETE', index);
      expect(await archive.status()).toEqual(status);
      expect(await archive.ask(question)).toEqual(expected);
      const gone = expect.stringMatching(/no longer has the index .* built again/);
      expect(lost).toMatchObject([{ message: gone }, { message: gone }]);
    });
  });

  // Last, since these end nodes.
  describe.sequential('archives on a cluster that fails', () => {
    // Nodes that start again would look for all that the others have left.
    beforeAll(() => asked('DELETE', '/cuttings-*'));

    it('go on answering while a node dies, every question and rightly', async () => {
      const archive = await archiveOn({ engine: 'opensearch' });
      const question = 'Who chaired the meeting in Brussels?';
      const expected = await archive.ask(question);
      // The one that is missed most.
      const name = await (await fetch(`${cluster.nodes[0]}/_cat/cluster_manager?h=node`)).text();
      const leader = Number(name.trim().slice('node-'.length)) - 1;
      const answers: Promise<unknown>[] = [];
      let slowest = 0;
      for (let tick = 0; tick < 240; tick++) {
        if (tick === 40) await cluster.kill(leader);
        const started = performance.now();
        answers.push(
          archive.ask(question).finally(() => {
            slowest = Math.max(slowest, performance.now() - started);
          }),
        );
        await sleep(50);
      }
      for (const answer of await Promise.all(answers)) expect(answer).toEqual(expected);
      console.log(
        `a node killed under 20 questions a second: ${answers.length} right, slowest ${Math.round(slowest)} ms`,
      );
    });

    it('say that they are out of reach while the cluster is gone, and answer again by themselves', async () => {
      const archive = await archiveOn({ engine: 'opensearch' });
      const question = 'Who chaired the meeting in Brussels?';
      const expected = await archive.ask(question);
      for (const node of cluster.nodes.keys()) await cluster.kill(node);
      const outOfReach = {
        code: 'unreachable',
        message: 'The archive is out of reach. Please ask again in a minute.',
      };
      await Promise.all([
        ...Array.from({ length: 6 }, () => expect(archive.ask(question)).rejects.toMatchObject(outOfReach)),
        expect(archive.status()).rejects.toMatchObject(outOfReach),
        expect(archive.reload()).rejects.toMatchObject(outOfReach),
        expect(open('none')).rejects.toThrow(OutOfReachError),
      ]);
      // What needs no index is still there.
      expect((await archive.quotes({ person: 'Stoltenberg' })).total).toBeGreaterThan(0);
      for (const node of cluster.nodes.keys()) cluster.start(node);
      let answer: unknown;
      while (!answer) answer = await archive.ask(question).catch(() => sleep(500));
      expect(answer).toEqual(expected);
      await cluster.whole();
    });
  });

  stateWhileNodeDies(() => cluster);
});
