import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { ArchiveStatus } from '../../src/archive/archive.js';
import { ArchiveError } from '../../src/archive/errors.js';
import { type HttpPort, openHttpPort } from '../../src/http/port.js';
import { createReports, reportsOfAll } from '../../src/http/reports.js';
import { archiveWith } from '../discord/fakes.js';

let open: HttpPort | undefined;
afterEach(() => open?.close());

const STATUS: ArchiveStatus = {
  snapshot: 's',
  builtAt: '2024-01-01T00:00:00.000Z',
  directory: '/srv/set',
  articles: 3,
  passages: 30,
  quotations: 7,
  people: 2,
  engine: 'lunr',
  problems: 0,
};

async function health(
  status: (() => Promise<ArchiveStatus>) | null,
  connected: boolean,
  { isShut = false } = {},
) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  open = await openHttpPort(
    { host: '127.0.0.1', port },
    {
      reports: createReports({
        archive: status && archiveWith({ status }),
        state: status && { isShut: () => isShut },
        connected: () => connected,
      }),
      logger: pino({ level: 'silent' }),
    },
  );
  const get = () => fetch(`http://127.0.0.1:${port}/healthz`);
  return Promise.all(
    [get(), get(), get()].map(async (sent) => ({
      code: (await sent).status,
      body: await (await sent).json(),
    })),
  );
}

test('GIVEN the archive is still being opened THEN 503 says so', async () => {
  const [first] = await health(null, false);
  expect(first).toEqual({
    code: 503,
    body: {
      ready: false,
      archive: 'is still being opened',
      discord: 'is not connected',
      state: 'is still being opened',
    },
  });
});

test('GIVEN an index out of reach THEN 503 says so', async () => {
  const [first] = await health(async () => {
    throw new ArchiveError('unreachable', 'The archive is out of reach.');
  }, true);
  expect(first).toEqual({
    code: 503,
    body: { ready: false, archive: 'is out of reach', discord: 'connected', state: 'is known' },
  });
});

test('GIVEN an archive that never answers THEN 503 comes all the same, and it was asked once', async () => {
  let asked = 0;
  const all = await health(() => {
    asked++;
    return new Promise(() => {});
  }, true);
  for (const each of all)
    expect(each).toEqual({
      code: 503,
      body: { ready: false, archive: 'does not answer', discord: 'connected', state: 'is known' },
    });
  expect(asked).toBe(1);
});

test('GIVEN an archive that fails THEN 503, and nothing of its error', async () => {
  const [first] = await health(() => Promise.reject(new Error('secret')), true);
  expect(first).toEqual({
    code: 503,
    body: { ready: false, archive: 'does not answer', discord: 'connected', state: 'is known' },
  });
});

test('GIVEN a state that was never read, so that servers are shown nothing, THEN 503 says so', async () => {
  const [first] = await health(() => Promise.resolve(STATUS), true, { isShut: true });
  expect(first).toEqual({
    code: 503,
    body: { ready: false, archive: 'answers', discord: 'connected', state: 'was never read' },
  });
});

test('GIVEN all parts THEN 200', async () => {
  const all = await health(() => Promise.resolve(STATUS), true);
  for (const { code } of all) expect(code).toBe(200);
});

test('GIVEN several processes, of which some tell nothing, THEN each has its own line, and those that wait for the first are no fault', async () => {
  const told = [
    {
      ready: false,
      archive: 'is still being opened',
      discord: 'is not connected',
      state: 'is still being opened',
    },
    null,
  ];
  const reports = reportsOfAll(async () => [...told, undefined], ['0-3/12', '4-7/12', '8-11/12']);
  expect(await reports.health()).toEqual({
    ready: false,
    processes: [
      { shards: '0-3/12', ...told[0] },
      { shards: '4-7/12', ...told[0] },
      {
        shards: '8-11/12',
        ready: false,
        archive: 'does not answer',
        discord: 'is not connected',
        state: 'is still being opened',
      },
    ],
  });
});
