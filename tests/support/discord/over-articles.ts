import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { startBot } from './bot-process.js';
import { type StandIn, startStandIn } from './driver.js';

/**
 * A bot process over a folder of these articles, by file name, against a Discord of its own; for `beforeAll`. Both end after the
 * file's tests, where the bot must have done nothing that Discord would only let pass.
 */
export async function startOverArticles(
  files: Readonly<Record<string, string>>,
): Promise<{ discord: StandIn; articles: string }> {
  const articles = await mkdtemp(join(tmpdir(), 'cuttings-articles-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(articles, name), text);
  const discord = await startStandIn();
  started.push({ discord, articles });
  await startBot(discord, { env: { ARTICLES_DIR: articles } });
  return { discord, articles };
}

const started: { discord: StandIn; articles: string }[] = [];

afterAll(async () => {
  for (const { discord, articles } of started.splice(0)) {
    await discord.stop();
    await rm(articles, { recursive: true, force: true });
    expect(discord.warnings).toEqual([]);
  }
});
