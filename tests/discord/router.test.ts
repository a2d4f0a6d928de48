import { DiscordAPIError, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands, openers } from '../../commands/index.js';
import type { Archive } from '../../src/archive/archive.js';
import { ArchiveError } from '../../src/archive/errors.js';
import type { TimelineResult } from '../../src/archive/timeline.js';
import { snapshotDigest, writeCustomId } from '../../src/discord/custom-id.js';
import { answerView } from '../../src/discord/render/answer.js';
import { createRouter } from '../../src/discord/router.js';
import { en } from '../../src/words/en.js';
import { archiveWith, emptyState, house, loggerWithLines, press, type Sent, slash, typing } from './fakes.js';
import { answer, passage } from './made-up.js';

const OWNER = '100000000000000001';
const OPERATOR = '100000000000000009';
const TOKEN = 'aW50ZXJhY3Rpb24';

function setUp(archive: Partial<Archive> = {}) {
  const { logger, lines } = loggerWithLines();
  const router = createRouter({
    commands,
    openers,
    archive: archiveWith(archive),
    state: emptyState(),
    house,
    operators: [OPERATOR],
    logger,
  });
  return { router, lines };
}

const discordError = (code: number) =>
  new DiscordAPIError({ code, message: 'No' }, code, 404, 'POST', `https://discord.com/api/${TOKEN}`, {
    body: { secret: TOKEN },
  });

const methods = (sent: readonly Sent[]) => sent.map(({ method }) => method);
const words = (sent: readonly Sent[]) => JSON.stringify(sent.at(-1)?.message);
const idIn = (text: string) => /`?([0-9a-f]{8})`?/.exec(text)?.[1];

const pageOf = (at: number, { owner = OWNER, isPrivate = false, snapshot = 'snapshot-1' } = {}) =>
  writeCustomId({
    command: 'ask',
    at,
    owner,
    private: isPrivate,
    snapshot: snapshotDigest(snapshot),
    choice: null,
    item: null,
  });
const MESSAGE = answerView(
  answer([passage(['It closes.'])], { question: 'When *does* it close?', filters: { person: 'Orr' } }),
  { at: 0, owner: OWNER, private: false, since: null, choice: null, item: null },
  en,
).components;

const found = passage(['The ferry sank.']);
const TIMELINE: Omit<TimelineResult, 'query'> = {
  snapshot: 'snapshot-1',
  reason: null,
  every: 'month',
  periods: ['2022-01-01', '2022-02-01'].map((from) => ({ from, to: from, articles: 1, passages: 1, of: 1 })),
  dated: { articles: 1, passages: 1, of: 1 },
  undated: { articles: 0, passages: 0, of: 0 },
  total: 1,
  entries: [{ ...found, sentence: found.answerSentence, passages: 1 }],
  corrected: [],
  unmatched: [],
  undatedLeftOut: 0,
};

describe('a command', () => {
  test('is deferred first and then answered in place, pinging nobody and previewing nothing', async () => {
    const asked = slash('ask', { question: 'When?' });
    await setUp().router.ask(asked);
    expect(asked.sent[0]).toEqual({ method: 'deferReply', message: {} });
    expect(asked.sent[1]).toMatchObject({
      method: 'editReply',
      message: {
        allowedMentions: { parse: [] },
        flags: [MessageFlags.SuppressEmbeds, MessageFlags.IsComponentsV2],
      },
    });
    expect(asked.sent).toHaveLength(2);
  });

  test('is answered only to whoever asks, if they want it so', async () => {
    const asked = slash('ask', { question: 'When?', private: true });
    await setUp().router.ask(asked);
    expect(asked.sent[0]).toEqual({ method: 'deferReply', message: { flags: MessageFlags.Ephemeral } });
  });

  test('with a wrong date gets a kind sentence that others do not see', async () => {
    const asked = slash('ask', { question: 'When?', from: 'yesterday' });
    await setUp().router.ask(asked);
    expect(asked.sent[0]).toEqual({ method: 'deferReply', message: { flags: MessageFlags.Ephemeral } });
    expect(words(asked.sent)).toContain('2022-01-20');
  });

  test('that is no longer there gets a sentence', async () => {
    const asked = slash('forecast');
    await setUp().router.ask(asked);
    expect(methods(asked.sent)).toEqual(['deferReply', 'editReply']);
    expect(words(asked.sent)).toContain('no longer here');
  });
});

describe('a failure', () => {
  test('ends in a message and a log line that show the same id, and no stack', async () => {
    const { router, lines } = setUp({ ask: () => Promise.reject(new Error('disk on fire')) });
    const asked = slash('ask', { question: 'When?' });
    await router.ask(asked);
    expect(methods(asked.sent)).toEqual(['deferReply', 'editReply']);
    const id = idIn(words(asked.sent));
    expect(id).toBeDefined();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 50,
      id,
      command: 'ask',
      err: { message: 'disk on fire' },
    });
    expect(words(asked.sent)).not.toContain('disk on fire');
  });

  test('of the archive is told in the archive’s own words', async () => {
    const { router } = setUp({
      ask: () => Promise.reject(new ArchiveError('unreadable', 'The folder is not there.')),
    });
    const asked = slash('ask', { question: 'When?' });
    await router.ask(asked);
    expect(words(asked.sent)).toContain('The folder is not there.');
  });

  test('that has words of its own is told in the reader’s language', async () => {
    const { router } = setUp({
      ask: () => Promise.reject(new ArchiveError('timeout', 'The search took too long and was stopped.')),
    });
    const asked = slash('ask', { question: 'When?' }, { locale: 'fr' });
    await router.ask(asked);
    expect(words(asked.sent)).toContain('La recherche a pris trop de temps');
  });

  test('of a chart costs the chart alone, and is logged once with the id that is shown', async () => {
    // The thread that draws is not built beside the sources, so that nothing can be drawn here.
    const { router, lines } = setUp({ timeline: async (query) => ({ ...TIMELINE, query }) });
    const asked = slash('timeline', { topic: 'ferry' });
    await router.ask(asked);
    expect(words(asked.sent)).toContain('1 of 1 article speaks of it');
    expect(words(asked.sent)).toContain('The chart could not be drawn.');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, id: idIn(words(asked.sent)), part: 'chart', err: {} },
    ]);
  });

  test('that cannot be told is logged, and nothing is thrown', async () => {
    const { router, lines } = setUp({ ask: () => Promise.reject(new Error('no')) });
    const asked = slash('ask', { question: 'When?' }, { fail: { editReply: new Error('offline') } });
    await router.ask(asked);
    expect(lines).toHaveLength(2);
  });

  test.each([
    ['gone', 10062],
    ['answered by another process', 40060],
  ])('of an interaction that is %s is only noted', async (_, code) => {
    const { router, lines } = setUp();
    const fail = { deferReply: discordError(code) };
    const asked = slash('ask', { question: 'When?' }, { fail, loading: false });
    await router.ask(asked);
    expect(methods(asked.sent)).not.toContain('editReply');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30 });
  });

  test('to hear that the first answer arrived does not stop the second', async () => {
    const asked = slash('ask', { question: 'When?' }, { fail: { deferReply: discordError(40060) } });
    await setUp().router.ask(asked);
    expect(methods(asked.sent)).toEqual(['fetchReply', 'editReply']);
    expect(words(asked.sent)).toContain('Passage 0.');
  });

  test('of the connection is no reason not to try again, until the answer is there', async () => {
    const asked = slash('ask', { question: 'When?' });
    const [defer, edit] = [asked.deferReply.bind(asked), asked.editReply.bind(asked)];
    let calls = 0;
    const lost = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    asked.deferReply = (options) => (calls++ === 0 ? Promise.reject(lost()) : defer(options));
    asked.editReply = (message) => (calls++ === 2 ? Promise.reject(lost()) : edit(message));
    await setUp().router.ask(asked);
    expect(methods(asked.sent)).toEqual(['deferReply', 'editReply']);
  });

  test('never puts a token into the log', async () => {
    const { router, lines } = setUp();
    await router.ask(slash('ask', { question: 'When?' }, { fail: { editReply: discordError(50035) } }));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toContain(TOKEN);
  });
});

describe('a page button', () => {
  test('pressed by whoever asked turns the page in place, with the question read from the message', async () => {
    const asks: unknown[] = [];
    const { router } = setUp({
      ask: async (question, filters) => {
        asks.push([question, filters]);
        return answer(Array.from({ length: 5 }, (_, i) => passage([`Passage ${i}.`])));
      },
    });
    const pressed = press(pageOf(3), MESSAGE, { id: OWNER });
    await router.press(pressed);
    expect(asks).toEqual([['When *does* it close?', { person: 'Orr' }]]);
    expect(methods(pressed.sent)).toEqual(['deferUpdate', 'editReply']);
    expect(words(pressed.sent)).toContain('Passages 4–5 of 5');
  });

  test('pressed by someone else gives that person a private copy with buttons of their own', async () => {
    const pressed = press(pageOf(3), MESSAGE, { id: '2' });
    await setUp().router.press(pressed);
    expect(pressed.sent[0]).toEqual({ method: 'deferReply', message: { flags: MessageFlags.Ephemeral } });
    expect(words(pressed.sent)).toContain(pageOf(0, { owner: '2', isPrivate: true }));
  });

  test('says so where the archive has changed since', async () => {
    const pressed = press(pageOf(3, { snapshot: 'older' }), MESSAGE, { id: OWNER });
    await setUp().router.press(pressed);
    expect(words(pressed.sent)).toContain('The archive has changed since this was asked.');
  });

  test.each([
    ['of another version', 'p0.ask.3', MESSAGE],
    [
      'of a command without pages',
      writeCustomId({
        command: 'reload',
        at: 0,
        owner: OWNER,
        private: false,
        snapshot: 'a'.repeat(12),
        choice: null,
        item: null,
      }),
      MESSAGE,
    ],
    ['of a message that holds no question', pageOf(3), []],
  ])('%s gets a kind sentence in private', async (_, customId, components) => {
    const pressed = press(customId, components, { id: OWNER });
    await setUp().router.press(pressed);
    expect(methods(pressed.sent)).toEqual(['reply']);
    expect(words(pressed.sent)).toContain('no longer works');
    expect(pressed.sent[0]?.message).toMatchObject({
      flags: expect.arrayContaining([MessageFlags.Ephemeral]),
    });
  });

  test('that fails leaves the message as it is and tells only whoever pressed', async () => {
    const { router } = setUp({ ask: () => Promise.reject(new Error('no')) });
    const pressed = press(pageOf(3), MESSAGE, { id: OWNER });
    await router.press(pressed);
    expect(methods(pressed.sent)).toEqual(['deferUpdate', 'followUp']);
  });
});

describe('/reload', () => {
  const REPORT = {
    swapped: true,
    why: null,
    snapshot: 's',
    articles: 4,
    added: [],
    changed: [],
    removed: [],
    problems: [],
    milliseconds: 9,
  };

  test.each([
    ['someone who manages the server', { manages: true }, true],
    ['an operator', { id: OPERATOR }, true],
    ['an operator outside a server', { id: OPERATOR, inGuild: false }, true],
    ['someone else', {}, false],
    ['someone who claims rights in the options', { id: '3' }, false],
    ['someone outside a server', { manages: true, inGuild: false }, false],
  ])('for %s: allowed or refused', async (_, who, allowed) => {
    let reloads = 0;
    const { router } = setUp({
      reload: async () => {
        reloads += 1;
        return REPORT;
      },
    });
    const asked = slash('reload', { admin: true, permissions: '8' }, who);
    await router.ask(asked);
    expect(reloads).toBe(allowed ? 1 : 0);
    expect(words(asked.sent)).toContain(allowed ? 'Reloaded 4 articles' : 'for admins');
    expect(asked.sent[0]).toEqual({ method: 'deferReply', message: { flags: MessageFlags.Ephemeral } });
  });

  test.each([
    ['an admin', { id: '2', manages: true }, true],
    ['someone else', { id: '2' }, false],
  ])('GIVEN %s who presses a button of admins THEN the log has who it was', async (_, who, allowed) => {
    const { router, lines } = setUp();
    const pressed = press('p1.discard.0.2.p.AAAAAAAAAAAA.BBBBBBBB', [], who);
    await router.press(pressed);
    expect(words(pressed.sent)).toContain(allowed ? 'no longer waiting' : 'for admins');
    const logged = lines.filter((line) => line.includes('admin command'));
    expect(logged).toEqual([expect.stringContaining(`"command":"discard","user":"2","allowed":${allowed}`)]);
  });

  test('goes on where its progress cannot be shown', async () => {
    const { router, lines } = setUp({
      reload: async (onProgress) => {
        onProgress?.({ stage: 'reading', done: 0, total: 2 });
        return REPORT;
      },
    });
    const asked = slash('reload', {}, { manages: true });
    const edit = asked.editReply.bind(asked);
    let edits = 0;
    asked.editReply = (message) => (edits++ === 0 ? Promise.reject(new Error('offline')) : edit(message));
    await router.ask(asked);
    expect(words(asked.sent)).toContain('Reloaded 4 articles');
    expect(lines.join('')).toContain('progress could not be shown');
  });
});

describe('typing an option', () => {
  test('offers people and publications', async () => {
    const { router } = setUp();
    const name = typing('quote', 'person', 'or');
    const paper = typing('ask', 'publication', 'post');
    await router.complete(name);
    await router.complete(paper);
    expect(name.sent[0]?.message).toEqual([
      { name: 'Mabel Orr, Mayor of Wickhollow (2 quotations)', value: 'Mabel Orr' },
    ]);
    expect(paper.sent[0]?.message).toEqual([{ name: 'Wickhollow Post', value: 'Wickhollow Post' }]);
  });

  test.each([
    ['when the archive fails', 'quote', 'person'],
    ['for an option without choices', 'ask', 'question'],
    ['for an option that is none', 'ask', 'constructor'],
    ['for a command that is none', 'forecast', 'person'],
  ])('offers nothing %s', async (_, command, option) => {
    const { router } = setUp({ people: () => Promise.reject(new Error('no')) });
    const typed = typing(command, option, 'x');
    await router.complete(typed);
    expect(typed.sent).toEqual([{ method: 'respond', message: [] }]);
  });
});
