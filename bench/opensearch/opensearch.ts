import { once } from 'node:events';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareCluster, startCluster } from './cluster.js';
import { NODE_SOURCE } from './with-cluster.js';

// npm run opensearch [-- FOLDER]: a cluster of three nodes on this machine, for tests and trying out, until it is interrupted.
const place = {
  folder: process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'cuttings-opensearch-'))),
  source: NODE_SOURCE,
};
console.log(`Starting three nodes in ${place.folder}. The first time Maven fetches OpenSearch, some 100 MB.`);
await mkdir(place.folder, { recursive: true });
const prepared = prepareCluster(place);
if ('lacks' in prepared) {
  console.error(prepared.lacks);
  process.exit(1);
}
const cluster = await startCluster({ ...place, ...prepared, firstPort: 19_200 });
console.log(
  `SEARCH_ENGINE=opensearch\nOPENSEARCH_URLS=${cluster.nodes.join(',')}\nInterrupt (Ctrl+C) to end it.`,
);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await cluster.close();
