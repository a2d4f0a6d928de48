import type { Archive } from '../archive/archive.js';
import type { State } from '../state/state.js';

/** What of the program is up so far: it is filled in while the program starts. */
export type Running = {
  /** Null until it has been opened. */
  archive: Archive | null;
  /** Null until it has been opened. */
  state: Pick<State, 'isShut'> | null;
  /** Whether Discord's gateway is connected now. */
  connected(): boolean;
};
