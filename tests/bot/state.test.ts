import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
  await start();
});
// The bot lets one person ask only so much, and tests are not to count together.
beforeEach(() => {
  manager = discord.user('manager');
  discord.member(discord.home, manager, { permissions: ['ManageGuild'] });
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
        discord.press(before, 'More', { guild }).reply(),
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
  test('is moved aside at the start; servers are shown nothing until they are set again or it is gone', async () => {
    const guild = serverOf('Courier readers of before');
    await asManager('server publications allow', { publication: 'Wrenfield Courier' }, { guild });
    const answer = await ask('Who opened berths?', { guild });
    await bot.stop();
    await writeFile(join(folder, 'state', 'state.db'), 'no database '.repeat(1000));
    await start();
    expect(bot.stdout()).toContain('the state file was damaged and was moved aside');
    const refused = [
      await ask('Who found a zeppelin hangar below Mill Street?', { guild }),
      await discord.press(answer, 'More', { guild }).reply(),
      await discord.slash('help', {}, { guild }).reply(),
    ];
    for (const reply of refused) {
      expect(seen(reply)).toContain('cannot show anything in this server now');
      expect(isEphemeral(reply)).toBe(true);
    }
    expect(await discord.autocomplete('quote', { person: 'Petra' }, { guild }).choices()).toEqual([]);
    expect(seen(await ask('Who opened berths?', { guild: null }))).toContain('four berths');
    expect(seen(await asManager('archive status', {}, { guild }))).toContain('Servers without settings');
    await asManager('server publications allow', { publication: 'Wrenfield Courier' }, { guild });
    expect(seen(await ask('Who opened berths?', { guild }))).toContain('four berths');
    expect(seen(await ask('Who opened berths?'))).toContain('cannot show anything');
    const state = join(folder, 'state');
    for (const name of await readdir(state)) if (name.includes('damaged')) await rm(join(state, name));
    await bot.stop();
    await start();
    expect(seen(await ask('Who opened berths?'))).toContain('four berths');
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
    const leftover = join(articles(), '.cuttings-0123456789abcdef.tmp');
    await writeFile(leftover, 'half of an art');
    await utimes(leftover, 0, 0);
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
    expect(choice?.name).toBe('Library gets a roof (Wrenfield Courier, 2 May 2023)');
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

describe('/follow', () => {
  const reload = () =>
    discord
      .slash('reload', {}, { user: manager })
      .replyWhere('it is done', (message) => /Reloaded|Nothing has changed/.test(seen(message)));
  const posted = (channel: string, count: number) =>
    discord.until(`${count} post(s)`, () => {
      const posts = discord.posts(channel);
      return posts.length >= count ? posts : undefined;
    });
  /** An article in which Tom Arkwright says something. */
  const says = (name: string, words: string) =>
    put(
      name,
      `Arkwright speaks of ${name}`,
      'Wrenfield Courier',
      `“${words},” said Tom Arkwright, the harbour master.`,
    );

  test('posts new quotations of a person after a reload, once, with their source and no ping', async () => {
    const guild = serverOf('Harbour watch');
    const channel = discord.channel(guild, 'alerts');
    const begun = await asManager(
      'follow person',
      { person: 'Tom Arkwright', channel: channel.id },
      { guild },
    );
    expect(seen(begun)).toContain('Following.');
    await says('dredger', 'The dredger arrives in spring @everyone');
    await reload();
    const [post] = await posted(channel.id, 1);
    expect(seen(post ?? fail())).toMatch(/1 new quotation of Tom Arkwright/);
    expect(seen(post ?? fail())).toContain('The dredger arrives in spring');
    expect(seen(post ?? fail())).toContain('Arkwright speaks of dredger');
    expect(seen(post ?? fail())).not.toContain('We have waited ten years');
    const [request] = discord.requests.filter(({ path }) =>
      path.endsWith(`/channels/${channel.id}/messages`),
    );
    expect(request?.body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    // Edited without other words of his: nothing new.
    await says('dredger', 'The dredger arrives in spring @everyone');
    await writeFile(
      join(articles(), 'quay.md'),
      '---\ntitle: The quay\n---\n\nThe quay of Wrenfield has a new lamp since Friday.\n',
    );
    await reload();
    expect(discord.posts(channel.id)).toHaveLength(1);
  });

  test('posts new passages about a topic, in the language of whoever asked for it', async () => {
    const guild = serverOf('Lampes');
    await asManager('follow topic', { topic: 'lighthouse lamp of Wrenfield' }, { guild, locale: 'fr' });
    await put(
      'lamp',
      'Lighthouse lamp',
      'Wrenfield Courier',
      'The lighthouse lamp of Wrenfield was mended by divers on Sunday.',
    );
    await reload();
    const [post] = await posted(guild.channelId, 1);
    expect(seen(post ?? fail())).toContain('nouveau passage');
    expect(seen(post ?? fail())).toContain('mended by divers');
  });

  test('GIVEN a SIGKILL while it posts THEN nothing is posted twice', async () => {
    const guild = serverOf('Unlucky');
    await asManager('follow person', { person: 'Arkwright' }, { guild });
    discord.faults.add({ kind: 'delay', method: 'POST', path: /messages$/, ms: 1500 });
    await says('storm', 'The storm took nothing but hats');
    void discord.slash('reload', {}, { user: manager });
    await discord.until('the post is under way', () =>
      discord.requests.find(
        ({ path, body }) => path.endsWith('/messages') && JSON.stringify(body).includes('hats'),
      ),
    );
    await bot.stop('SIGKILL');
    await start();
    await says('tide', 'The tide is a matter of the moon');
    await reload();
    const posts = await discord.until('the next post', () => {
      const found = discord.posts(guild.channelId);
      return found.some((one) => seen(one).includes('matter of the moon')) ? found : undefined;
    });
    expect(posts.filter((one) => seen(one).includes('nothing but hats')).length).toBeLessThanOrEqual(1);
    expect(posts.filter((one) => seen(one).includes('matter of the moon'))).toHaveLength(1);
  });

  test('looks after a start at what came while the bot was away', async () => {
    const guild = serverOf('Away');
    await asManager('follow person', { person: 'Arkwright' }, { guild });
    await bot.stop();
    await says('buoy', 'The buoy was painted while nobody looked');
    await start();
    const [post] = await posted(guild.channelId, 1);
    expect(seen(post ?? fail())).toContain('painted while nobody looked');
  });

  test('pauses where the channel is gone or closed to it, and the list says so', async () => {
    const guild = serverOf('Fading');
    const [gone, closed] = [discord.channel(guild, 'gone'), discord.channel(guild, 'closed')];
    for (const { id } of [gone, closed])
      await asManager('follow person', { person: 'Arkwright', channel: id }, { guild });
    guild.channels.splice(guild.channels.indexOf(gone), 1);
    closed.botMay = false;
    await says('rope', 'The rope is longer than the day');
    await reload();
    const text = await discord
      .until('both are tried', () =>
        discord.requests.filter(
          ({ path, status }) => status >= 400 && [gone, closed].some(({ id }) => path.includes(id)),
        ).length >= 2
          ? true
          : undefined,
      )
      .then(async () => seen(await asManager('follow list', {}, { guild })));
    expect(text).toContain('paused: the channel is gone');
    expect(text).toContain('paused: the bot may not post there');
  });

  test('begins only where the server takes public answers, and the list says which follow waits for that', async () => {
    const guild = serverOf('Tidy harbour');
    const [library, lobby] = [discord.channel(guild, 'library'), discord.channel(guild, 'lobby')];
    const begin = (channel: string) =>
      asManager('follow person', { person: 'Arkwright', channel }, { guild }).then(seen);
    expect(await begin(lobby.id)).toContain('Following.');
    await asManager('server channels allow', { channel: library.id }, { guild });
    expect(await begin(lobby.id)).toContain('Public answers are not allowed there.');
    expect(await begin(library.id)).toContain('Following.');
    const lines = seen(await asManager('follow list', {}, { guild })).split('\n');
    const ofChannel = (id: string) => lines.find((line) => line.includes(id));
    expect(ofChannel(lobby.id)).toContain('paused: no public answers there');
    expect(ofChannel(library.id)).not.toContain('paused');
  });

  test('is for those who manage the channel, for other channels those who manage the server, and can be stopped', async () => {
    const guild = serverOf('Orderly');
    const keeper = discord.user('keeper');
    discord.member(guild, keeper, { permissions: ['ManageChannels'] });
    const other = discord.channel(guild, 'other');
    const ask = (user: User, options: OptionValues) =>
      discord.slash('follow person', options, { user, guild }).reply();
    expect(seen(await ask(discord.reader, { person: 'Arkwright' }))).toContain('This is for admins.');
    expect(seen(await ask(keeper, { person: 'Arkwright', channel: other.id }))).toContain(
      'Not for another channel.',
    );
    expect(seen(await ask(keeper, { person: 'Arkwright' }))).toContain('Following.');
    expect(await discord.autocomplete('follow stop', { follow: '' }, { guild }).choices()).toEqual([]);
    const [choice] = await discord
      .autocomplete('follow stop', { follow: 'ark' }, { user: keeper, guild })
      .choices();
    const stopped = await discord
      .slash('follow stop', { follow: String(choice?.value) }, { user: keeper, guild })
      .reply();
    expect(seen(stopped)).toContain('No longer following.');
    expect(seen(await asManager('follow list', {}, { guild }))).toContain('follows nothing');
  });

  test('shows a server nothing of a publication that it does not see', async () => {
    const guild = serverOf('Gazette only');
    await asManager('server publications allow', { publication: 'Osthavn Gazette' }, { guild });
    const typed = discord.autocomplete('follow person', { person: 'Arkw' }, { user: manager, guild });
    expect(await typed.choices()).toEqual([]);
    await asManager('follow person', { person: 'Tom Arkwright' }, { guild });
    await asManager('follow topic', { topic: 'anchor of Wrenfield' }, { guild });
    await put(
      'anchor',
      'The anchor',
      'Wrenfield Courier',
      'The anchor of Wrenfield weighs nine tons.\n\n“The anchor holds,” said Tom Arkwright, the harbour master.',
    );
    await reload();
    const witness = serverOf('Witness');
    await asManager('follow person', { person: 'Arkwright' }, { guild: witness });
    await says('last', 'This is the last word on the matter');
    await reload();
    await posted(witness.channelId, 1);
    expect(discord.posts(guild.channelId)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('there is no post');
}
