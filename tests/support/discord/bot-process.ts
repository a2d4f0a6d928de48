import { afterAll, beforeEach } from 'vitest';
import { type BotOptions, type BotProcess, killBots, startBot as start } from './bot-child.js';
import type { StandIn } from './driver.js';

export { type BotProcess, MAIN } from './bot-child.js';

const served = new Set<StandIn>();

afterAll(killBots);
// The bot lets one person ask only so much, and tests are not to count together.
beforeEach(() => {
  for (const discord of served) discord.newReader();
});

/** Starts the built bot as `bot-child.ts` does; ended after the test file. Each test has a reader of its own. */
export function startBot(discord: StandIn, options?: BotOptions): Promise<BotProcess> {
  served.add(discord);
  return start(discord, options);
}
