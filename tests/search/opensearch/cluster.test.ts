import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { connect, type OpenSearchSettings } from '../../../src/search/opensearch/cluster.js';
import { openOpenSearchIndex } from '../../../src/search/opensearch/opensearch.js';
import { OutOfReachError } from '../../../src/search/out-of-reach.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers each request in turn with these, the last one ever after. */
async function serverOf(answers: readonly { status: number; body: object }[]) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const { status, body } = answers[Math.min(seen.length, answers.length - 1)] ?? { status: 500, body: {} };
    seen.push(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen };
}

const opened = (cluster: OpenSearchSettings) => openOpenSearchIndex({ cluster, archive: 'a', code: 'tests' });

it('says that credentials are refused, and never what they are', async () => {
  const { url, seen } = await serverOf([{ status: 401, body: {} }]);
  for (const secret of [{ username: 'me', password: 'swordfish' }, { apiKey: 'swordfish' }]) {
    const error = await opened({ nodes: [url], ...secret }).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(OutOfReachError);
    expect(String(error)).toContain('refused the credentials. Correct OPENSEARCH_USERNAME');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('swordfish');
  }
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([
    `Basic ${Buffer.from('me:swordfish').toString('base64')}`,
    'ApiKey swordfish',
  ]);
});

it('says what is there where that is no OpenSearch that will do', async () => {
  const elastic = await serverOf([{ status: 200, body: { version: { number: '8.1.0' } } }]);
  await expect(opened({ nodes: [elastic.url] })).rejects.toThrow(/leads to no OpenSearch 8\.1\.0/);
  const old = await serverOf([
    { status: 200, body: { version: { number: '1.3.0', distribution: 'opensearch' } } },
  ]);
  await expect(opened({ nodes: [old.url] })).rejects.toThrow(
    /opensearch 1\.3\.0, and only OpenSearch 2 and 3/,
  );
});

it('says that the certificates cannot be read', async () => {
  await expect(opened({ nodes: ['https://127.0.0.1:1'], ca: '/nowhere/ca.pem' })).rejects.toThrow(
    /OPENSEARCH_CA names cannot be read/,
  );
});

it('asks again what was refused for the moment, and another node where one is gone', async () => {
  const { url, seen } = await serverOf([
    { status: 429, body: {} },
    { status: 503, body: {} },
    { status: 200, body: { found: true } },
  ]);
  const cluster = await connect({ nodes: ['http://127.0.0.1:1', url] });
  closing.push(() => void cluster.close());
  for (let times = 0; times < 4; times++)
    expect(await cluster.send({ method: 'GET', path: '/x' })).toEqual({ status: 200, body: { found: true } });
  expect(seen.length).toBe(6);
});

it('says that a part of the index is lost', async () => {
  const error = { type: 'search_phase_execution_exception', root_cause: [], reason: '' };
  const { url } = await serverOf([{ status: 503, body: { error, status: 503 } }]);
  const cluster = await connect({ nodes: [url] });
  closing.push(() => void cluster.close());
  await expect(
    cluster.send({ method: 'POST', path: '/x/_search', patience: { once: 100, all: 300 } }),
  ).rejects.toThrow(/has lost a part of the index/);
});

it('gives up after as long as it may take', async () => {
  const cluster = await connect({ nodes: ['http://127.0.0.1:1'] });
  closing.push(() => void cluster.close());
  await expect(
    cluster.send({ method: 'GET', path: '/x', patience: { once: 100, all: 300 } }),
  ).rejects.toThrow(/cannot be reached: .*OPENSEARCH_URLS/);
});
