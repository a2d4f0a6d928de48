import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startProcesses } from '../../src/discord/manager.js';
import { allShards, inProcesses } from '../../src/shards.js';
import { loggerWithLines } from './fakes.js';

test('GIVEN the system lets no process begin THEN that is logged, and it is tried again', async () => {
  const { logger, lines } = loggerWithLines();
  const processes = startProcesses({
    parts: inProcesses(allShards(6)),
    atOnce: 1,
    tooFew: 1,
    token: 'a.b.c',
    // Node starts nothing with such an argument: it throws at once, as where memory is short.
    articles: 'no\0folder',
    logger,
  });
  const tries = () => lines.filter((line) => line.includes('could not be started')).length;
  await Promise.race([
    processes.failed,
    (async () => {
      while (tries() < 2) await sleep(20);
    })(),
  ]);
  // The others have not been let begin.
  expect(await processes.ask('health')).toEqual([undefined, null]);
  await processes.close();
});
