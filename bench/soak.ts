// The bot's own process for minutes on end against a Discord of our own: mixed commands, a rush now and then, reloads and faults.
// usage: node soak.js [--minutes N] [--passages N] [--per-second N]   (default: 30 minutes, 5000 generated passages, 8 a second)
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startBot } from '../tests/support/discord/bot-child.js';
import { startStandIn } from '../tests/support/discord/driver.js';
import { textOf } from '../tests/support/discord/messages.js';
import { createCrowd } from './soak/people-at-work.js';
import { report, type Sample } from './soak/tally.js';
import { createTrouble } from './soak/trouble.js';
import { generatedArticles, generatedQuestions, randomNumbers } from './speed/generated-archive.js';
import { writeSet } from './speed/run.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    passages: { type: 'string', default: '5000' },
    'per-second': { type: 'string', default: '8' },
  },
});
const lasting = Number(values.minutes) * 60_000;
const root = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const random = randomNumbers(7);

const folder = await mkdtemp(join(tmpdir(), 'cuttings-soak-'));
const set = join(folder, 'set');
const articles = [...generatedArticles(Number(values.passages))];
await writeSet(articles, set);
await copyFile(root('../../data/articles/london-defender.txt'), join(set, 'london-defender.txt'));
const questions = [
  ...generatedQuestions(articles, 300),
  'Who chaired the meeting in Brussels?',
  'Tell me about the talks between Russia and NATO',
  'Who won the cup of tea?',
];
const people = ['Jens Stoltenberg', 'Sherman', 'Melanie Joly', 'Sullivan', 'Nobody Atall'];

const discord = await startStandIn({ waitMs: 60_000, rateLimit: { limit: 1e9, windowMs: 1000 } });
const bot = await startBot(discord, {
  env: { ARTICLES_DIR: set, LOG_LEVEL: 'warn' },
  command: [root('../src/main.js'), 'bot'],
  timeoutMs: 300_000,
});
const keeper = discord.user('keeper');
discord.member(discord.home, keeper, { permissions: ['ManageGuild'] });
const trouble = createTrouble(discord, random);
const crowd = createCrowd(discord, { questions, people, trouble, random });

const began = performance.now();
const isOver = () => performance.now() - began > lasting;
const samples: Sample[] = [];
const reloads = { done: 0, failed: 0 };

/** Does `work` again and again, with so many milliseconds between two beginnings, until the time is up. */
async function every(milliseconds: () => number, work: () => Promise<unknown>, wait = true): Promise<void> {
  while (!isOver()) {
    await pause(milliseconds());
    if (isOver()) return;
    // With no session there is nobody whom Discord would send anything to.
    if (!discord.gateway.sessions.some(({ alive }) => alive)) continue;
    const working = work().catch((error: unknown) => console.error(error));
    if (wait) await working;
    else underWay.add(working.finally(() => underWay.delete(working)));
  }
}
const underWay = new Set<Promise<unknown>>();

async function sample(): Promise<void> {
  const status = await readFile(`/proc/${bot.pid}/status`, 'utf8');
  const number = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  samples.push({
    minute: (performance.now() - began) / 60_000,
    memory: number('VmRSS') / 1024,
    handles: (await readdir(`/proc/${bot.pid}/fd`)).length,
    threads: number('Threads'),
    done: crowd.done.length,
  });
}

async function reload(): Promise<void> {
  await writeFile(
    join(set, 'newest.txt'),
    `The newest\n\nThe bell of Wickhollow rang ${reloads.done} times today.\n`,
  );
  const asked = discord.slash('reload', {}, { user: keeper });
  const ended = /Reloaded|keeps answering|Nothing has changed|did not work/;
  const text = await asked
    .replyWhere('it is done', (message) => ended.test(textOf(message)), 60_000)
    .then(textOf, () => '');
  if (/Reloaded/.test(text)) reloads.done++;
  else reloads.failed++;
}

await sample();
await Promise.all([
  every(() => -Math.log(1 - random()) * (1000 / Number(values['per-second'])), crowd.act, false),
  every(
    () => 30_000,
    () => crowd.rush(200),
  ),
  every(() => 20_000, reload),
  every(
    () => 5000 + 8000 * random(),
    async () => trouble.strike(),
  ),
  every(() => 5000, sample),
]);
await Promise.allSettled(underWay);
// What is left when nothing is asked any more.
await pause(10_000);
await sample();

const count = (wanted: (one: (typeof crowd.done)[number]) => boolean) => crowd.done.filter(wanted).length;
const unanswered = count(({ outcome }) => outcome === 'unanswered');
const twice = count((one) => one.twice);
const slow = count(
  ({ faulty, acknowledged }) => !faulty && acknowledged !== undefined && acknowledged > 1000,
);
const failed = bot.stdout().split('an interaction failed').length - 1;
console.log(report(crowd.done, samples));
console.log(
  `\nFaults: ${[...trouble.counts]
    .sort()
    .map(([what, times]) => `${what} ${times}`)
    .join(', ')}.`,
);
console.log(
  `Reloads: ${reloads.done}, and ${reloads.failed} that ended otherwise. Unanswered: ${unanswered}. Twice: ${twice}. ` +
    `Acknowledged later than a second without a fault: ${slow}. Failures in the log: ${failed}. Warnings: ${discord.warnings.length}.`,
);
const { code } = await bot.stop();
await discord.stop();
await rm(folder, { recursive: true });
// What was waited for in vain would keep this process for some time.
process.exit(unanswered + twice + slow + discord.warnings.length === 0 && code === 0 ? 0 : 1);
