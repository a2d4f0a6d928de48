import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openState } from '../../src/state/state.js';
import { stateContract } from './contract.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

stateContract('a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-state-'));
  folders.push(folder);
  return async (options) => openState(folder, options);
});
