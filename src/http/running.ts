import type { Archive } from '../archive/archive.js';

/** What of the program is up so far: it is filled in while the program starts. */
export type Running = {
  /** Null until it has been opened. */
  archive: Archive | null;
  /** Whether Discord's gateway is connected now. */
  connected(): boolean;
};
