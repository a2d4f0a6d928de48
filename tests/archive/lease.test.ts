import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLease } from '../../src/archive/lease.js';

const dist = (path: string) => JSON.stringify(new URL(`../../dist/src/${path}`, import.meta.url).href);
const SHIPPED = fileURLToPath(new URL('../../data/articles', import.meta.url));

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-lease-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const started = (program: string) =>
  spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });

/** Runs a program of ours in a process of its own; `first` is the first that it prints. */
function run(program: string): { child: ReturnType<typeof started>; first: Promise<string> } {
  const child = started(program);
  children.push(child);
  return { child, first: once(child.stdout, 'data').then(([data]) => String(data).trim()) };
}

describe('the lease of a cache', () => {
  const holder = () =>
    run(`
      import { openLease } from ${dist('archive/lease.js')};
      const lease = await openLease(${JSON.stringify(join(folder, 'lease.db'))});
      await lease.hold(() => {});
      console.log('held');
      process.stdin.on('end', () => lease.release()).resume();
      setInterval(() => {}, 1000);
    `);

  test('GIVEN another process that builds THEN this one waits until that has done', async () => {
    const { child, first } = holder();
    expect(await first).toBe('held');
    const lease = await openLease(join(folder, 'lease.db'));
    let looks = 0;
    const waited = await lease.hold(() => {
      looks++;
      if (looks === 2) child.stdin.end();
    });
    expect(waited).toBe(true);
    expect(looks).toBeGreaterThanOrEqual(2);
    lease.release();
  });

  test('GIVEN a process that died while it built THEN nobody waits for it', async () => {
    const { child, first } = holder();
    await first;
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lease = await openLease(join(folder, 'lease.db'));
    expect(await lease.hold(() => expect.unreachable())).toBe(false);
    lease.release();
  });

  /** Makes another of the row of the holder. */
  async function change(sql: string): Promise<void> {
    const database = new Database(join(folder, 'lease.db'));
    database.exec(sql);
    database.close();
  }

  test('GIVEN a holder of our number in another container, of the same host name THEN this one waits', async () => {
    const theirs = await openLease(join(folder, 'lease.db'));
    await theirs.hold(() => expect.unreachable());
    // The identity of its PID namespace, or of its machine where there are none.
    await change(`UPDATE lease SET host = replace(host, 'pid:[', 'pid:[1')`);
    if (process.platform !== 'linux') await change(`UPDATE lease SET host = 'elsewhere'`);
    const ours = await openLease(join(folder, 'lease.db'));
    let looks = 0;
    await ours.hold(() => {
      looks++;
      void change('DELETE FROM lease');
    });
    expect(looks).toBe(1);
    ours.release();
  });

  test.skipIf(process.platform !== 'linux')(
    'GIVEN a holder whose number another process has now THEN nobody waits for it',
    async () => {
      const lease = await openLease(join(folder, 'lease.db'));
      await lease.hold(() => expect.unreachable());
      await change(`UPDATE lease SET pid = ${process.ppid}, host = host || '0'`);
      expect(await lease.hold(() => expect.unreachable())).toBe(false);
      lease.release();
    },
  );

  test('GIVEN a damaged file THEN it is made anew', async () => {
    await writeFile(join(folder, 'lease.db'), 'no database at all, '.repeat(300));
    const lease = await openLease(join(folder, 'lease.db'));
    expect(await lease.hold(() => {})).toBe(false);
    lease.release();
  });
});

test('two processes that open one archive at once build it once, and both answer', async () => {
  await cp(SHIPPED, join(folder, 'articles'), { recursive: true });
  // What was touched this moment is not trusted to be settled, and would be built by each.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const opening = () =>
    run(`
      import { openArchive } from ${dist('archive/open.js')};
      const stages = new Set();
      const archive = await openArchive({
        articles: ${JSON.stringify(join(folder, 'articles'))},
        cache: ${JSON.stringify(join(folder, 'cache'))},
        engine: 'sqlite',
        onProgress: ({ stage }) => stages.add(stage),
      });
      const { answered } = await archive.ask('Who chaired the meeting in Brussels?');
      console.log(JSON.stringify({ answered, built: stages.has('index') }));
      await archive.close();
    `).first;
  const found = (await Promise.all([opening(), opening()])).map((line) => JSON.parse(line));
  expect(found.map(({ answered }) => answered)).toEqual([true, true]);
  expect(found.map(({ built }) => built).sort()).toEqual([false, true]);
});
