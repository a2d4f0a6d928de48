import { readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'libsql';
import { makeFolder } from '../make-folder.js';
import { asStateError, StateError } from './errors.js';
import { migrate } from './migrations.js';

/** What became of the file, or of the state in the cluster, for the log and for admins. */
export type StoreEvent =
  /** It cannot be used; told once for each kind of trouble, until it is well again. `unread`: nor was it ever read. */
  | { kind: 'unusable'; error: StateError; unread: boolean }
  /** It can be used again. */
  | { kind: 'usable' }
  /** It was damaged when it was opened, now or at an earlier start, and lies at `movedTo`; a new one has taken its place. */
  | { kind: 'moved-aside'; movedTo: string }
  /** The settings of these servers are there and cannot be read: nothing is shown in them until an admin sets them anew. */
  | { kind: 'unreadable-settings'; servers: readonly string[] }
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
  /** Damaged files that were moved aside and still lie there. */
  movedAside(): readonly string[];
  /** Whether there may be a file, and it could not be opened yet. */
  isUnread(): boolean;
  /** Whether more may have been kept than was ever read: a file that could not be opened yet, or one that was moved aside. */
  mayHoldMore(): boolean;
  close(): void;
};

/** Of the state file, in its folder. */
export const FILE_NAME = 'state.db';

/** Calls are made on the thread that talks to Discord: a locked file may hold it up for no longer than this. */
const BUSY_MS = 100;
const TRY_AGAIN_MS = 5000;
const LOOK_EVERY_MS = 1000;

/**
 * The state file in `folder`, which is made where it is missing. `onOpen` reads what is to be known, each time the file is opened,
 * and `onChanged` within a second of a change by another process, as it is looked for before each use.
 * `now` gives milliseconds that never run backwards.
 */
export function openStore({
  folder,
  onOpen,
  onChanged,
  onEvent,
  now = () => performance.now(),
}: {
  folder: string;
  onOpen: (db: Database.Database) => void;
  onChanged: (db: Database.Database) => void;
  onEvent: (event: StoreEvent) => void;
  now?: () => number;
}): Store {
  const file = join(folder, FILE_NAME);
  let open: { db: Database.Database; inode: bigint; version: number; lookedAt: number } | null = null;
  let trouble: StateError | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  // Until the first opening: whether there is a file that was not read.
  let isUnread = true;
  let aside: string[] = [];

  function note(error: StateError | null): void {
    if (error?.code === trouble?.code) return;
    // First: whoever is told may use it at once.
    trouble = error;
    onEvent(error ? { kind: 'unusable', error, unread: isUnread } : { kind: 'usable' });
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
    try {
      makeFolder(folder, { mode: 0o700 });
      let db: Database.Database;
      try {
        db = connect();
      } catch (error) {
        if (asStateError(error).code !== 'damaged') throw error;
        moveAside(file);
        db = connect();
      }
      // What others changed while it was read is found at the first look.
      open = { db, inode: inodeOf(file), version: -1, lookedAt: now() };
      isUnread = false;
      lookAside();
      note(null);
    } catch (error) {
      isUnread &&= mayBeThere(file);
      note(asStateError(error));
    }
  }

  function lookAside(): void {
    const found = damagedBeside(file) ?? aside;
    for (const movedTo of found) if (!aside.includes(movedTo)) onEvent({ kind: 'moved-aside', movedTo });
    aside = found;
  }

  /** Whether another process has changed the file costs some microseconds to ask, and a moment's lock. */
  function lookForChanges(opened: NonNullable<typeof open>): void {
    const version = dataVersion(opened.db);
    opened.lookedAt = now();
    if (version === opened.version) return;
    onChanged(opened.db);
    opened.version = version;
  }

  function tryOpen(): void {
    if (open && now() - open.lookedAt > LOOK_EVERY_MS) {
      open.lookedAt = now();
      try {
        lookForChanges(open);
      } catch (error) {
        // What is known is used; of what may pass, whoever reads or writes next is told.
        if (asStateError(error).code === 'damaged') fail(error);
      }
    }
    // A file that was damaged while it was in use stays as it is until the next start: what is known of it in memory is worth more.
    if ((open && aside.length === 0) || trouble?.code === 'damaged' || now() - triedAt < TRY_AGAIN_MS) return;
    triedAt = now();
    if (open) lookAside();
    else openNow();
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
      throw fail(error);
    }
  }

  /** Notes what went wrong with the open file, and gives it. */
  function fail(error: unknown): StateError {
    const named = asStateError(error);
    note(named);
    if (named.code === 'damaged') {
      open?.db.close();
      open = null;
    }
    return named;
  }

  return {
    change: (work) =>
      guarded((db) => {
        db.exec('BEGIN IMMEDIATE');
        try {
          // From here on nobody else changes anything.
          if (open) lookForChanges(open);
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
    movedAside: () => aside,
    isUnread: () => isUnread,
    mayHoldMore: () => isUnread || aside.length > 0,
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

/** Whether a file is there, or may be. */
export function mayBeThere(file: string): boolean {
  try {
    return inodeOf(file) !== -1n;
  } catch (error) {
    // A file stands where its folder would be.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOTDIR');
  }
}

/** The damaged files that `moveAside` has left, in the order of their times; null where the folder cannot be read. */
export function damagedBeside(file: string): string[] | null {
  try {
    return readdirSync(dirname(file))
      .filter((name) => name.startsWith(basename(file) + DAMAGED))
      .filter((name) => !JOURNALS.some((kind) => name.endsWith(kind)))
      .sort()
      .map((name) => join(dirname(file), name));
  } catch {
    return null;
  }
}

const DAMAGED = '.damaged-';
const JOURNALS = ['-journal', '-wal', '-shm'];

/** Renames a damaged file, and the journal that belongs to it. */
function moveAside(file: string): void {
  const to = `${file}${DAMAGED}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(file, to);
  for (const kind of JOURNALS) {
    if (statSync(file + kind, { throwIfNoEntry: false })) renameSync(file + kind, to + kind);
  }
}

/** A number that changes whenever another connection has changed the file. */
function dataVersion(db: Database.Database): number {
  const row: unknown = db.prepare('PRAGMA data_version').get();
  return typeof row === 'object' && row !== null && 'data_version' in row ? Number(row.data_version) : 0;
}
