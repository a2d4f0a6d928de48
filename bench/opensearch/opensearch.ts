import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCluster, whatLacks } from './cluster.js';

// npm run opensearch [-- FOLDER]: a cluster of three nodes on this machine, for tests and trying out, until it is interrupted.
const lacks = whatLacks();
if (lacks) {
  console.error(lacks);
  process.exit(1);
}
const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'cuttings-opensearch-')));
console.log(`Starting three nodes in ${folder}. The first time Maven fetches OpenSearch, some 100 MB.`);
// The program is in dist/bench/opensearch, the nodes' source beside this file.
const source = fileURLToPath(new URL('../../../bench/opensearch', import.meta.url));
const cluster = await startCluster({ folder, source, firstPort: 19_200 });
console.log(
  `SEARCH_ENGINE=opensearch\nOPENSEARCH_URLS=${cluster.nodes.join(',')}\nInterrupt (Ctrl+C) to end it.`,
);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await cluster.close();
