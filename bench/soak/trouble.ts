import type { StandIn } from '../../tests/support/discord/driver.js';
import type { FaultKind } from '../../tests/support/discord/faults.js';

/** Things that go wrong, one now and then. */
export type Trouble = {
  /** Whether something was wrong since that time of `performance.now()`. */
  since(time: number): boolean;
  /** How often each happened. */
  counts: ReadonlyMap<string, number>;
  /** Lets one happen. */
  strike(): void;
};

const KINDS: readonly FaultKind[] = ['500', '502', 'reset', 'hang-up', 'rate-limit', 'global-rate-limit'];
const CALLS = [
  ['the callback', 'POST', /\/callback$/, 2],
  ['an edit', 'PATCH', /@original$/, 6],
  ['a follow-up', 'POST', /\/webhooks\/\d+\/[^/]+$/, 1],
  ['a deletion', 'DELETE', /@original$/, 2],
] as const;
// How long something may still be felt: waits between attempts, and the five seconds between two identifications.
const FELT_MS = 6000;

/** `random` gives numbers from 0 to 1. */
export function createTrouble(discord: StandIn, random: () => number): Trouble {
  const counts = new Map<string, number>();
  let until = Number.NEGATIVE_INFINITY;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  const connection: readonly (readonly [string, () => void])[] = [
    ['connection dropped', () => discord.gateway.close(1006)],
    ['connection closed', () => discord.gateway.close(4000)],
    ['asked to reconnect', () => discord.gateway.reconnect()],
    ['session invalid, resumable', () => discord.gateway.invalidate(true)],
    ['session over', () => discord.gateway.invalidate(false)],
    [
      'connection refused for a second',
      () => {
        discord.gateway.refuse();
        discord.gateway.close(1006);
        setTimeout(() => discord.gateway.accept(), 1000);
      },
    ],
  ];

  function strike(): void {
    until = performance.now() + FELT_MS;
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    if (random() < 0.3) {
      const [what, act] = pick(connection) ?? [];
      if (what && act) {
        count(what);
        act();
      }
      return;
    }
    const kind = pick(KINDS);
    const found = pick(CALLS);
    if (!kind || !found) return;
    const [call, method, path, most] = found;
    count(`${kind} on ${call}`);
    const limited = kind.endsWith('rate-limit');
    discord.faults.add({
      kind,
      method,
      path,
      times: 1 + Math.floor(random() * most),
      applied: !limited && random() < 0.5,
      ms: 300,
    });
  }

  return { counts, strike, since: (time) => until > time };
}
