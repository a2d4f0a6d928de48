import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import type { ArchiveError } from '../../src/archive/errors.js';
import { NotBegun, type SnapshotThread, startThread } from '../../src/archive/thread.js';

const open: SnapshotThread[] = [];

async function startStuck() {
  const lost: ArchiveError[] = [];
  const thread = await startThread({
    script: new URL('../support/stuck-worker.mjs', import.meta.url),
    build: { directory: '' },
    signal: new AbortController().signal,
    queryTimeout: 200,
    onProgress() {},
    onLost: (error) => lost.push(error),
  });
  open.push(thread);
  return { thread, lost };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((thread) => thread.close()));
});

describe('a thread that holds a snapshot', () => {
  test('GIVEN a query that fails THEN it alone is refused and the next is answered', async () => {
    const { thread, lost } = await startStuck();
    const failing = thread.query('status');
    const answered = thread.query('articles');
    await expect(failing).rejects.toMatchObject({
      code: 'failed',
      cause: { message: 'a defect', stack: 'its stack' },
    });
    await expect(answered).resolves.toEqual([]);
    expect(lost).toEqual([]);
  });

  test('GIVEN a query that never ends THEN it is refused, the thread is given up, and who waited may ask another', async () => {
    const { thread, lost } = await startStuck();
    const endless = thread.query('madeFrom');
    const waiting = thread.query('articles');
    await expect(endless).rejects.toMatchObject({ code: 'timeout' });
    await expect(waiting).rejects.toBeInstanceOf(NotBegun);
    await expect(thread.query('articles')).rejects.toBeInstanceOf(NotBegun);
    expect(lost.map((error) => error.code)).toEqual(['timeout']);
  });

  test('GIVEN a thread that dies THEN the query it died of is refused and the loss is told once', async () => {
    const { thread, lost } = await startStuck();
    await expect(thread.query('people')).rejects.toMatchObject({ code: 'stopped' });
    expect(lost.map((error) => error.code)).toEqual(['stopped']);
  });

  test('GIVEN a thread that runs out of memory THEN it ends alone, and who waited may ask another', () => {
    const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const script = `
      import { startThread } from ${url('../../dist/src/archive/thread.js')};
      const lost = [];
      const thread = await startThread({
        script: new URL(${url('../support/stuck-worker.mjs')}),
        build: { directory: '' },
        signal: new AbortController().signal,
        queryTimeout: 60_000,
        onProgress() {},
        onLost: ({ code, cause }) => lost.push(code, cause.code),
      });
      const asked = [thread.query('person'), thread.query('articles')];
      const ends = (await Promise.allSettled(asked)).map(({ reason }) => reason.code ?? reason.constructor.name);
      console.log(JSON.stringify({ ends, lost }));`;
    // In a process of its own, whose threads may have little.
    const child = spawnSync(
      process.execPath,
      ['--max-old-space-size=48', '--input-type=module', '-e', script],
      { timeout: 25_000, encoding: 'utf8' },
    );
    expect(JSON.parse(child.stdout)).toEqual({
      ends: ['stopped', 'NotBegun'],
      lost: ['stopped', 'ERR_WORKER_OUT_OF_MEMORY'],
    });
  });

  test('GIVEN more people waiting than it takes THEN the next is told to come back', async () => {
    const { thread } = await startStuck();
    const asked = Array.from({ length: 1001 }, () => thread.query('articles'));
    const last = asked.pop();
    await expect(last).rejects.toMatchObject({ code: 'busy' });
    expect(await Promise.all(asked)).toHaveLength(1000);
  });

  test('WHEN drained THEN what was asked before is answered and what comes after is not begun', async () => {
    const { thread, lost } = await startStuck();
    const before = thread.query('articles');
    const drained = thread.drain();
    await expect(thread.query('articles')).rejects.toBeInstanceOf(NotBegun);
    await expect(before).resolves.toEqual([]);
    await drained;
    expect(lost).toEqual([]);
  });

  test('WHEN closed THEN what is being answered is refused as closed', async () => {
    const { thread } = await startStuck();
    const endless = thread.query('madeFrom');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await thread.close();
    await expect(endless).rejects.toMatchObject({ code: 'closed' });
  });
});
