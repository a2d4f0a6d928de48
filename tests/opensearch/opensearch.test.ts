import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe } from 'vitest';
import { type LocalCluster, startCluster, whatLacks } from '../../bench/opensearch/cluster.js';
import { openOpenSearchIndex } from '../../src/search/opensearch/opensearch.js';
import { engineContract, engineOver, storedIndexContract } from '../search/engine-contract.js';

const lacks = whatLacks();
if (lacks) console.log(`The tests on OpenSearch are left out. ${lacks}`);

let cluster: LocalCluster;
let folder: string;

const open = (archive: string, code = 'tests') =>
  openOpenSearchIndex({ cluster: { nodes: cluster.nodes }, archive, code, grace: 0 });

describe.skipIf(lacks)('on a cluster of three nodes', () => {
  beforeAll(async () => {
    folder = process.env['CUTTINGS_CLUSTER'] ?? (await mkdtemp(join(tmpdir(), 'cuttings-opensearch-')));
    const source = fileURLToPath(new URL('../../bench/opensearch', import.meta.url));
    cluster = await startCluster({ folder, source });
  });
  afterAll(async () => {
    await cluster?.close();
    await rm(folder, { recursive: true, force: true });
  });

  engineContract('opensearch', async (table) => engineOver(await open(randomUUID()), table), { runs: 5 });
  storedIndexContract('opensearch', async () => {
    const archive = randomUUID();
    return { index: await open(archive), again: () => open(archive) };
  });
});
