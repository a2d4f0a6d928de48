import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenSearchSettings } from '../../src/search/opensearch/cluster.js';
import { prepareCluster, startCluster } from './cluster.js';

/** The folder of the nodes' source; this program is in dist/bench/opensearch. */
export const NODE_SOURCE = fileURLToPath(new URL('../../../bench/opensearch', import.meta.url));

/**
 * Starts a cluster of three nodes on this machine, in a folder of its own, for as long as `use` takes. Where it cannot be started `use`
 * gets none, and why is printed.
 */
export async function withCluster<T>(
  use: (cluster: OpenSearchSettings | undefined) => Promise<T>,
): Promise<T> {
  const place = { folder: await mkdtemp(join(tmpdir(), 'cuttings-opensearch-')), source: NODE_SOURCE };
  try {
    const prepared = prepareCluster(place);
    if ('lacks' in prepared) {
      console.log(`OpenSearch is left out. ${prepared.lacks}`);
      return await use(undefined);
    }
    const cluster = await startCluster({ ...place, ...prepared });
    try {
      return await use({ nodes: cluster.nodes });
    } finally {
      await cluster.close();
    }
  } finally {
    await rm(place.folder, { recursive: true, force: true });
  }
}
