import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, startBot } from '../support/discord/bot-process.js';
import { type Doing, type StandIn, startStandIn } from '../support/discord/driver.js';
import { isEphemeral, type Message, seen } from '../support/discord/messages.js';
import type { OptionValues } from '../support/discord/payloads.js';
import type { Guild, User } from '../support/discord/world.js';

let discord: StandIn;
let bot: BotProcess;
let folder: string;
let manager: User;

const articles = () => join(folder, 'articles');
const put = (name: string, title: string, publication: string, text: string) =>
  writeFile(
    join(articles(), `${name}.md`),
    `---\ntitle: ${title}\npublication: ${publication}\n---\n\n${text}\n`,
  );
const start = async () => {
  bot = await startBot(discord, {
    env: {
      ARTICLES_DIR: articles(),
      STATE_DIR: join(folder, 'state'),
      CACHE_DIR: join(folder, 'cache'),
    },
  });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-state-'));
  await mkdir(articles());
  await put(
    'ferry',
    'Norlund Line opens berths',
    'Wrenfield Courier',
    'The ferry company Norlund Line opened four berths in Wrenfield harbour on Tuesday.\n\n“We have waited ten years for this,” said Tom Arkwright, the harbour master.',
  );
  await put(
    'hangar',
    'Zeppelin hangar found',
    'Osthavn Gazette',
    'Builders found a zeppelin hangar below Mill Street on Monday.\n\n“It is the largest hangar I ever saw,” said Petra Lindqvist, an engineer.',
  );
  discord = await startStandIn();
  manager = discord.user('manager');
  discord.member(discord.home, manager, { permissions: ['ManageGuild'] });
  await start();
});
afterAll(async () => {
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
});

const asManager = (name: string, options: OptionValues = {}, doing: Doing = {}) =>
  discord.slash(name, options, { user: manager, ...doing }).reply();
const ask = (question: string, doing: Doing = {}): Promise<Message> =>
  discord.slash('ask', { question }, doing).reply();
/** A server of its own, managed by `manager`. */
const serverOf = (name: string): Guild => {
  const guild = discord.guild(name);
  discord.member(guild, manager, { permissions: ['ManageGuild'] });
  return guild;
};

describe('/server', () => {
  test('shows the defaults, and is refused to those who do not manage the server', async () => {
    const text = seen(await asManager('server show'));
    expect(text).toContain('In every channel.');
    expect(text).toContain('All of the archive.');
    for (const name of ['server show', 'server channels anywhere']) {
      const refused = await discord.slash(name).reply();
      expect(seen(refused)).toContain('This is for admins.');
      expect(isEphemeral(refused)).toBe(true);
    }
  });

  test('GIVEN private answers THEN they are private unless asked otherwise, in that server alone', async () => {
    const guild = serverOf('Quiet');
    await asManager('server privacy', { 'private-answers': true }, { guild });
    expect(isEphemeral(await ask('Who opened berths?', { guild }))).toBe(true);
    const open = await discord
      .slash('ask', { question: 'Who opened berths?', private: false }, { guild })
      .reply();
    expect(isEphemeral(open)).toBe(false);
    expect(isEphemeral(await ask('Who opened berths?'))).toBe(false);
  });

  test('GIVEN channels for public answers THEN those elsewhere are private, whatever is asked', async () => {
    const guild = serverOf('Tidy');
    const library = discord.channel(guild, 'library');
    await asManager('server channels allow', { channel: library.id }, { guild });
    const options = { question: 'Who opened berths?', private: false };
    const reply = (channel?: string) =>
      discord.slash('ask', options, { guild, ...(channel !== undefined && { channel }) }).reply();
    expect(isEphemeral(await reply(library.id))).toBe(false);
    expect(isEphemeral(await reply())).toBe(true);
    await asManager('server channels forbid', { channel: library.id }, { guild });
    expect(isEphemeral(await reply(library.id))).toBe(true);
    await asManager('server channels anywhere', {}, { guild });
    expect(isEphemeral(await reply())).toBe(false);
  });

  test('GIVEN one publication THEN nothing of another shows: no passage, name, choice, quote or button', async () => {
    const guild = serverOf('Courier readers');
    const before = await discord.slash('quote', { person: 'Lindqvist' }, { guild }).reply();
    expect(seen(before)).toContain('largest hangar');
    expect(
      seen(await asManager('server publications allow', { publication: 'wrenfield courier' }, { guild })),
    ).toContain('Wrenfield Courier');
    const texts = [
      ...(await Promise.all([
        ask('Who found a zeppelin hangar below Mill Street?', { guild }),
        discord.slash('quote', { person: 'Lindqvist' }, { guild }).reply(),
        discord.slash('people', {}, { guild }).reply(),
        discord.slash('people', { person: 'Petra Lindqvist' }, { guild }).reply(),
        discord.slash('verify', { quote: 'It is the largest hangar I ever saw' }, { guild }).reply(),
        discord.press(before, 'Evidence', { guild }).reply(),
      ])),
    ].map((message) => seen(message).replaceAll(/zeppelin hangar below|largest hangar I ever saw/gi, ''));
    for (const text of texts)
      expect(text).not.toMatch(/Gazette|Builders found|Petra Lindqvist,|engineer|Zeppelin hangar found/);
    for (const [name, options] of [
      ['ask', { question: 'x', person: 'Li' }],
      ['ask', { question: 'x', publication: 'G' }],
      ['quote', { person: 'Petra' }],
      ['people', { name: 'Petra' }],
    ] as const)
      expect(await discord.autocomplete(name, options, { guild }).choices()).toEqual([]);
    expect(seen(await ask('Who opened berths?', { guild }))).toContain('four berths');
    expect(seen(await ask('Who found a zeppelin hangar below Mill Street?'))).toContain('Builders found');
  });

  test('refuses a publication that the archive does not have, and forbidding before anything was allowed', async () => {
    const unknown = await asManager('server publications allow', { publication: 'Nothing Weekly' });
    expect(seen(unknown)).toContain('no publication of that name');
    const early = await asManager('server publications forbid', { publication: 'Osthavn Gazette' });
    expect(seen(early)).toContain('No publication has been named yet');
  });

  test('is remembered over a SIGKILL', async () => {
    const guild = serverOf('Lasting');
    await asManager('server privacy', { 'private-answers': true }, { guild });
    await bot.stop('SIGKILL');
    await start();
    expect(isEphemeral(await ask('Who opened berths?', { guild }))).toBe(true);
  });
});

describe('a state file that is damaged', () => {
  test('is moved aside at the start; the bot answers as by default, and says so in its log', async () => {
    await bot.stop();
    await writeFile(join(folder, 'state', 'state.db'), 'no database '.repeat(1000));
    await start();
    expect(bot.stdout()).toContain('the state file was damaged and was moved aside');
    expect(seen(await ask('Who opened berths?'))).toContain('four berths');
    expect(seen(await asManager('server privacy', { 'private-answers': false }))).toContain('Saved.');
  });
});
