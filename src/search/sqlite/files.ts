/** A SQLite file, and what SQLite puts beside it while it is open. */
export const sqliteFiles = (path: string): string[] => ['', '-wal', '-shm'].map((part) => path + part);
