import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
const start = async (env: Record<string, string> = {}) => {
  bot = await startBot(discord, {
    env: {
      ARTICLES_DIR: articles(),
      STATE_DIR: join(folder, 'state'),
      CACHE_DIR: join(folder, 'cache'),
      ...env,
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

describe('/archive', () => {
  const upload = (filename: string, content: string | Buffer, claims = {}) => ({
    filename,
    content: Buffer.from(content),
    claims,
  });
  const SCHOOL =
    '---\ntitle: School gets a roof\npublication: Wrenfield Courier\npublishedAt: 2023-05-02\nauthors: Ida Berg\n---\n\nThe school of Wrenfield got a roof of slate on Tuesday.\n\nIt cost seven crowns.\n';
  const files = async () => (await readdir(articles())).sort();
  const press = (message: Message, button: string, doing: Doing = {}) =>
    discord.press(message, button, { user: manager, ...doing });
  const reloaded = (message: Message) => /Reloaded|Nothing has changed/.test(seen(message));

  test('status tells what the archive holds', async () => {
    const text = seen(await asManager('archive status'));
    for (const part of ['2 articles', '2 people', 'engine lunr', 'MiB', 'built', 'No problem'])
      expect(text).toContain(part);
  });

  test('add shows what was read, stores it when it is confirmed, and answers from it', async () => {
    const preview = await asManager('archive add', { file: upload('../../School Roof!.md', SCHOOL) });
    const text = seen(preview);
    for (const part of ['School gets a roof', 'Wrenfield Courier', '2 May 2023', 'Ida Berg', '2 paragraphs'])
      expect(text).toContain(part);
    expect(isEphemeral(preview)).toBe(true);
    expect(await files()).toEqual(['ferry.md', 'hangar.md']);
    const done = await press(preview, 'Add to the archive').replyWhere('it is done', reloaded);
    expect(seen(done)).toContain('school-roof.md');
    expect(await files()).toEqual(['ferry.md', 'hangar.md', 'school-roof.md']);
    expect(await readFile(join(articles(), 'school-roof.md'), 'utf8')).toBe(SCHOOL);
    expect(seen(await ask('What is the roof of the school made of?'))).toContain('roof of slate');
  });

  test('add refuses what is no article, says why, and stores nothing', async () => {
    const preview = await asManager('archive add', {
      file: upload('article.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), { size: 12 }),
      file2: upload('big.txt', Buffer.alloc(9 * 2 ** 20, 'a '), { size: 10 }),
      file3: upload('far.txt', SCHOOL, { url: 'https://cdn.discordapp.com.example.org/far.txt' }),
      file4: upload('gone.txt', SCHOOL, {
        url: `${new URL(discord.apiUrl).origin}/ephemeral-attachments/none`,
      }),
    });
    const text = seen(preview);
    for (const part of [
      'There is nothing to add',
      'PNG picture',
      'larger than 8 MiB',
      'not one of Discord',
      'could not be fetched',
    ])
      expect(text).toContain(part);
    expect(preview.components[0]?.components?.some(({ type }) => type === 1)).toBe(false);
  });

  test('add waits over a SIGKILL for its confirmation, and a press by somebody else stores nothing', async () => {
    const preview = await asManager('archive add', {
      file: upload('library.md', SCHOOL.replace('School', 'Library')),
    });
    await bot.stop('SIGKILL');
    await writeFile(join(articles(), '.cuttings-0123456789abcdef.tmp'), 'half of an art');
    await start();
    expect(await readdir(articles())).not.toContain('.cuttings-0123456789abcdef.tmp');
    const refused = await press(preview, 'Add to the archive', { permissions: [] }).reply();
    expect(await files()).not.toContain('library.md');
    expect(seen(refused)).toContain('This is for admins.');
    await press(preview, 'Add to the archive').replyWhere('it is done', reloaded);
    expect(await files()).toContain('library.md');
  });

  test('problems are paged, and come as a file', async () => {
    for (let number = 0; number < 9; number++) await writeFile(join(articles(), `empty-${number}.txt`), '');
    await discord.slash('reload', {}, { user: manager }).replyWhere('it is done', reloaded);
    const first = await asManager('archive problems');
    expect(seen(first)).toContain('9 problems');
    expect(seen(first)).toContain('empty-0.txt');
    expect(first.attachments.map(({ filename }) => filename)).toEqual(['problems.txt']);
    const next = await press(first, 'Next').replyWhere('turned', (message) =>
      seen(message).includes('empty-8.txt'),
    );
    expect(next.attachments).toHaveLength(1);
    for (let number = 0; number < 9; number++) await rm(join(articles(), `empty-${number}.txt`));
  });

  test('remove asks first, then moves the file aside', async () => {
    const [choice] = await discord
      .autocomplete('archive remove', { article: 'library' }, { user: manager })
      .choices();
    expect(choice?.name).toBe('2023-05-02 Library gets a roof');
    expect(await discord.autocomplete('archive remove', { article: 'library' }).choices()).toEqual([]);
    const sure = await asManager('archive remove', { article: String(choice?.value) });
    expect(seen(sure)).toContain('Library gets a roof');
    expect(await files()).toContain('library.md');
    const done = await press(sure, 'Take it out').replyWhere('it is done', reloaded);
    expect(seen(done)).toContain('Moved to');
    expect(await files()).not.toContain('library.md');
    const [moved] = await readdir(join(folder, 'state', 'removed'));
    expect(await readFile(join(folder, 'state', 'removed', moved ?? ''), 'utf8')).toContain(
      'Library gets a roof',
    );
  });

  test('remove leaves a file that holds more than one article, and says so', async () => {
    const lines = ['One tower', 'Two towers'].map((title) =>
      JSON.stringify({
        '@type': 'NewsArticle',
        headline: title,
        articleBody: `${title} stood in Wrenfield until the storm of the year 1911 took the roof away.`,
      }),
    );
    await writeFile(join(articles(), 'export.jsonl'), lines.join('\n'));
    await discord.slash('reload', {}, { user: manager }).replyWhere('it is done', reloaded);
    const refused = await asManager('archive remove', { article: 'Two towers' });
    expect(seen(refused)).toContain('cannot be taken out by itself');
  });

  test('gaps are not kept unless the operator wants it; then counted once for the same question, without who asked', async () => {
    expect(seen(await asManager('archive gaps'))).toContain('Questions are not kept.');
    await bot.stop();
    await start({ KEEP_QUESTIONS: 'true' });
    for (const question of [
      'Where is the xylophone?',
      'where is the   XYLOPHONE',
      'Who ate the pomegranate?',
    ])
      await ask(question);
    const text = seen(await asManager('archive gaps'));
    expect(text).toContain('2 questions without an answer');
    expect(text).toMatch(/Where is the xylophone\? · 2 times/);
    expect(text).not.toContain(discord.reader.id);
    const elsewhere = serverOf('Elsewhere');
    expect(seen(await asManager('archive gaps', {}, { guild: elsewhere }))).toContain('No question');
    expect(seen(await asManager('archive gaps', { clear: true }))).toContain('No question');
  });
});
