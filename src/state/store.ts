import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { asStateError, StateError } from './errors.js';
import { migrate } from './migrations.js';

/** What became of the file, or of the state in the cluster, for the log and for admins. */
export type StoreEvent =
  /** It cannot be used; told once for each kind of trouble, until it is well again. */
  | { kind: 'unusable'; error: StateError }
  /** It can be used again. */
  | { kind: 'usable' }
  /** It was damaged when it was opened, and lies at `movedTo` now; a new one has taken its place. */
  | { kind: 'moved-aside'; movedTo: string }
  /** What it holds was taken over into the cluster. */
  | { kind: 'taken-over'; file: string; servers: number; follows: number };

/** The state file. Opened by itself, and tried again after a while where that failed. */
export type Store = {
  /**
   * Runs `work` in one transaction that no other process sees in part.
   * @throws {StateError} with nothing done
   */
  change<T>(work: (db: Database.Database) => T): T;
  /** @throws {StateError} */
  read<T>(work: (db: Database.Database) => T): T;
  /** Opens the file if it is not open. Never throws. */
  tryOpen(): void;
  /** Why the file cannot be used; null where it can. */
  trouble(): StateError | null;
  close(): void;
};

/** Of the state file, in its folder. */
export const FILE_NAME = 'state.db';

/** Calls are made on the thread that talks to Discord: a locked file may hold it up for no longer than this. */
const BUSY_MS = 100;
const TRY_AGAIN_MS = 5000;

/**
 * The state file in `folder`, which is made where it is missing. `onOpen` reads what is to be known, each time the file is opened.
 * `now` gives milliseconds that never run backwards.
 */
export function openStore({
  folder,
  onOpen,
  onEvent,
  now = () => performance.now(),
}: {
  folder: string;
  onOpen: (db: Database.Database) => void;
  onEvent: (event: StoreEvent) => void;
  now?: () => number;
}): Store {
  const file = join(folder, FILE_NAME);
  let open: { db: Database.Database; inode: bigint } | null = null;
  let trouble: StateError | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;

  function note(error: StateError | null): void {
    if (error?.code === trouble?.code) return;
    onEvent(error ? { kind: 'unusable', error } : { kind: 'usable' });
    trouble = error;
  }

  function connect(): Database.Database {
    const db = new Database(file, { timeout: BUSY_MS });
    try {
      const check: unknown = db.prepare('PRAGMA quick_check(1)').all();
      if (!JSON.stringify(check).includes('"ok"'))
        throw new StateError('damaged', `quick_check says ${JSON.stringify(check)}`);
      migrate(db);
      onOpen(db);
      return db;
    } catch (error) {
      db.close();
      throw asStateError(error);
    }
  }

  function openNow(): void {
    triedAt = now();
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      let db: Database.Database;
      try {
        db = connect();
      } catch (error) {
        if (asStateError(error).code !== 'damaged') throw error;
        onEvent({ kind: 'moved-aside', movedTo: moveAside(file) });
        db = connect();
      }
      open = { db, inode: inodeOf(file) };
      note(null);
    } catch (error) {
      note(asStateError(error));
    }
  }

  function tryOpen(): void {
    // A file that was damaged while it was in use stays as it is until the next start: what is known of it in memory is worth more.
    if (open || trouble?.code === 'damaged' || now() - triedAt < TRY_AGAIN_MS) return;
    openNow();
  }

  /** The open file, which must still be the one of that name: a deleted one would take what is written with it. */
  function opened(): Database.Database {
    if (open && open.inode !== inodeOf(file)) {
      open.db.close();
      open = null;
      triedAt = Number.NEGATIVE_INFINITY;
    }
    tryOpen();
    if (!open) throw trouble ?? new StateError('unwritable', 'it is closed');
    return open.db;
  }

  function guarded<T>(work: (db: Database.Database) => T): T {
    try {
      const db = opened();
      const result = work(db);
      note(null);
      return result;
    } catch (error) {
      // What comes without a code is a defect of ours, and no trouble with the file.
      if (!(error instanceof Error && 'code' in error)) throw error;
      const named = asStateError(error);
      note(named);
      if (named.code === 'damaged') {
        open?.db.close();
        open = null;
      }
      throw named;
    }
  }

  return {
    change: (work) =>
      guarded((db) => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const result = work(db);
          db.exec('COMMIT');
          return result;
        } catch (error) {
          if (db.inTransaction) db.exec('ROLLBACK');
          throw error;
        }
      }),
    read: guarded,
    tryOpen,
    trouble: () => trouble,
    close() {
      open?.db.close();
      open = null;
      triedAt = Number.POSITIVE_INFINITY;
    },
  };
}

function inodeOf(file: string): bigint {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? -1n;
}

/** Renames a damaged file, and the journal that belongs to it; gives its new path. */
function moveAside(file: string): string {
  const to = `${file}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(file, to);
  for (const kind of ['-journal', '-wal', '-shm']) {
    if (statSync(file + kind, { throwIfNoEntry: false })) renameSync(file + kind, to + kind);
  }
  return to;
}
