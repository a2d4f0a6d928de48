import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSharedState } from '../../src/state/opensearch/state.js';
import type { State } from '../../src/state/state.js';
import type { StoreEvent } from '../../src/state/store.js';
import { standInNode } from './stand-in-node.js';

let node: Awaited<ReturnType<typeof standInNode>>;
let folder: string;
let events: StoreEvent[];
const states: State[] = [];

const open = async (): Promise<State> => {
  const state = await openSharedState({
    cluster: { nodes: [node.address] },
    name: 'x',
    folder,
    onEvent: (event) => events.push(event),
  });
  states.push(state);
  return state;
};

beforeEach(async () => {
  node = await standInNode();
  folder = await mkdtemp(join(tmpdir(), 'cuttings-shared-'));
  events = [];
});
afterEach(async () => {
  for (const state of states.splice(0)) await state.close();
  node.close();
  await rm(folder, { recursive: true, force: true });
});

test('a state in a cluster that hangs is closed at once', async () => {
  const state = await open();
  node.hang();
  // Under way, and not to be waited for.
  const asked = expect(state.follows.active()).rejects.toMatchObject({ code: 'unreachable' });
  const looked = state.health();
  await state.close();
  await Promise.all([asked, looked]);
});
