import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { makeFolder } from '../make-folder.js';
import { isDamaged } from '../search/sqlite/is-damaged.js';
import { hasEnded, placeOfProcesses, startOf } from './process-place.js';

/** The right to build what a cache holds. One process has it at a time. */
export type Lease = {
  /** Waits until no other process has it, and takes it. True where it had to wait; `onWaiting` is called meanwhile. */
  hold(onWaiting: () => void): Promise<boolean>;
  /** Says that whoever holds it is still at work; to be called often, since it costs next to nothing. */
  renew(): void;
  release(): void;
};

// As long as a thread may build in silence before it is given up.
const LASTS_MS = 5 * 60_000;
const RENEW_EVERY_MS = 10_000;
const LOOK_EVERY_MS = 500;
// Others have the file for a few milliseconds at a time.
const LOCKED_MS = 10_000;

// `host` is where the process is, and when it began: "place start".
const SCHEMA = `CREATE TABLE IF NOT EXISTS lease (
  one INTEGER PRIMARY KEY CHECK (one = 1), host TEXT NOT NULL, pid INTEGER NOT NULL, until INTEGER NOT NULL)`;

/**
 * A lease in a small SQLite file of its own, so that its transactions decide who is first. A holder that died on this machine, and not
 * in another container, has lost it at once, one elsewhere when its time is over. Threads of one process share it: what they write is whole anyway.
 * @throws what the file system or SQLite throws where the file cannot be written
 */
export async function openLease(path: string): Promise<Lease> {
  const { default: Sqlite } = await import('libsql');
  makeFolder(dirname(path));
  const open = () => {
    const made = new Sqlite(path, { timeout: LOCKED_MS });
    made.exec(SCHEMA);
    return made;
  };
  const opened = async () => {
    try {
      return open();
    } catch (error) {
      if (!isDamaged(error)) throw error;
      await rm(path, { force: true });
      return open();
    }
  };
  const database = await opened();
  const { pid } = process;
  const place = placeOfProcesses();
  const host = place === null ? randomUUID() : `${place} ${startOf(pid) ?? ''}`;
  /** Whether a holder has certainly ended. One of our own number and place is a thread of ours, or who had the number before us. */
  const isGone = (holder: Holder): boolean => {
    if (place === null || !holder.host.startsWith(`${place} `)) return false;
    return holder.pid === pid || hasEnded(holder.pid, holder.host.slice(place.length + 1) || null);
  };
  let renewed = Number.NEGATIVE_INFINITY;
  let held = false;
  const take = database.transaction((now: number): boolean => {
    const { data: holder } = HolderSchema.safeParse(
      database.prepare('SELECT host, pid, until FROM lease').all()[0],
    );
    const isFree = !holder || holder.until < now || isGone(holder);
    if (isFree)
      database.prepare('INSERT OR REPLACE INTO lease VALUES (1, ?, ?, ?)').run(host, pid, now + LASTS_MS);
    return isFree;
  });
  return {
    async hold(onWaiting) {
      let waited = false;
      while (!take.immediate(Date.now())) {
        waited = true;
        onWaiting();
        await sleep(LOOK_EVERY_MS);
      }
      held = true;
      renewed = performance.now();
      return waited;
    },
    renew() {
      if (!held || performance.now() - renewed < RENEW_EVERY_MS) return;
      renewed = performance.now();
      database
        .prepare('UPDATE lease SET until = ? WHERE host = ? AND pid = ?')
        .run(Date.now() + LASTS_MS, host, pid);
    },
    release() {
      if (held) database.prepare('DELETE FROM lease WHERE host = ? AND pid = ?').run(host, pid);
      database.close();
    },
  };
}

const HolderSchema = z.object({ host: z.string(), pid: z.int(), until: z.number() });
type Holder = z.infer<typeof HolderSchema>;
