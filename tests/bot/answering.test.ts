import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import { buttonsOf, isEphemeral, seen, textOf } from '../support/discord/messages.js';

// The real bot process on the archive that ships, against a Discord of our own.
let discord: StandIn;

beforeAll(async () => {
  discord = await startStandIn();
  await startBot(discord);
});

afterAll(async () => {
  expect(discord.warnings).toEqual([]);
  await discord.stop();
});

const ask = (question: string, more = {}) => discord.slash('ask', { question, ...more });

describe('/ask', () => {
  test('answers with the passage, the answering sentence in bold, and its source', async () => {
    const answer = ask('Who chaired the meeting in Brussels?');
    const text = seen(await answer.reply());
    expect(text).toContain('Who chaired the meeting in Brussels?');
    expect(text).toContain(
      '> **NATO Secretary General Jens Stoltenberg, who chaired the bilateral meeting in Brussels, told reporters after the talks that there was “a real risk for new armed conflict in Europe”.**',
    );
    expect(text).toMatch(/Canada joins forces with UK.* · London Defender · paragraph 7/);
    expect((await answer.acknowledged()).type).toBe(5);
    expect(isEphemeral(await answer.reply())).toBe(false);
  });

  test.each([
    ['How many are camped near the Ukrainian border?', '100,000'],
    [
      'What did Stoltenberg say about the risk of conflict?',
      '“a real risk for new armed conflict in Europe”',
    ],
    ["Who is Canada's foreign minister and where did she travel?", 'Mélanie Joly, travelled to Kyiv'],
    ['How many people have been killed in the fighting?', '14,000 people'],
    ['What does the United Kingdom supply?', 'anti-tank weapons'],
  ])('%s', async (question, words) => {
    const first = seen(await ask(question).reply())
      .split('\n')
      .find((line) => line.startsWith('>'));
    expect(first).toContain(words);
  });

  test.each(['Who won the 2018 World Cup?', 'What did Emmanuel Macron say?'])(
    '%s: the archive does not say',
    async (question) => {
      const text = seen(await ask(question).reply());
      expect(text).toContain('The archive doesn’t say.');
      expect(text).not.toContain('>');
    },
  );

  test('never shows a line that led to another story', async () => {
    const text = textOf(await ask('Harry faces backlash: Royal Family LIVE, Sussexes got millions').reply());
    expect(text).toContain('The archive doesn’t say.');
  });

  test('GIVEN private THEN only the person who asked sees it', async () => {
    const answer = ask('Who chaired the meeting in Brussels?', { private: true });
    expect(isEphemeral(await answer.reply())).toBe(true);
  });

  test('GIVEN a date that is none THEN it says how to write one', async () => {
    const text = textOf(await ask('Who chaired the meeting?', { from: 'last week' }).reply());
    expect(text).toContain('2022-01-20');
  });

  test('pings nobody and previews nothing, whatever is asked', async () => {
    const answer = ask('@everyone <@1> [click](https://evil.example) who chaired the meeting in Brussels?');
    await answer.reply();
    const bodies = answer.requests().map(({ body }) => body);
    expect(bodies.some((body) => JSON.stringify(body).includes('evil'))).toBe(true);
    for (const body of bodies) {
      const text = JSON.stringify(body);
      if (!text.includes('evil')) continue;
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
      expect(text).not.toMatch(/[^\\]<@1>|\]\(https:\/\/evil/);
    }
  });
});

describe('the pages of an answer', () => {
  const question = 'Tell me about the talks between Russia and NATO';

  test('are turned in place by the person who asked', async () => {
    const first = await ask(question).reply();
    expect(textOf(first)).toContain('Passages 1–3 of 5');
    const second = await discord.press(first, 'Next').reply();
    expect(second.id).toBe(first.id);
    expect(textOf(second)).toContain('Passages 4–5 of 5');
    expect(
      buttonsOf(second)
        .slice(-3)
        .map(({ label, disabled }) => [label, disabled === true]),
    ).toEqual([
      ['Previous', false],
      ['Next', true],
      ['Delete', false],
    ]);
    const back = await discord.press(second, 'Previous').reply();
    expect(textOf(back)).toBe(textOf(first));
  });

  test('open privately for anyone else, and the message stays as it is', async () => {
    const first = await ask(question).reply();
    const copy = await discord.press(first, 'Next', { user: discord.user('stranger') }).reply();
    expect(copy.id).not.toBe(first.id);
    expect(isEphemeral(copy)).toBe(true);
    expect(textOf(copy)).toContain('Passages 4–5 of 5');
    expect(textOf(discord.latest(first) ?? first)).toBe(textOf(first));
  });

  test('keep the filters of the question', async () => {
    const first = await ask(question, { publication: 'London Defender', person: 'Canada' }).reply();
    const text = textOf(first);
    expect(text).toContain('Publication: London Defender');
    if (!text.includes('Passages')) return;
    expect(textOf(await discord.press(first, 'Next').reply())).toContain('Publication: London Defender');
  });
});

describe('/quote', () => {
  const quote = async (person: string, more = {}) =>
    seen(await discord.slash('quote', { person, ...more }).reply());

  test('shows what a person said, word for word, with the evidence', async () => {
    const text = await quote('Jens Stoltenberg');
    for (const words of [
      'a real risk for new armed conflict in Europe',
      'a very serious and direct exchange',
      'significant differences',
    ])
      expect(text).toContain(`> “${words}”`);
    expect(text).toMatch(
      /Evidence: .*\*\*NATO Secretary General Jens Stoltenberg\*\*|Evidence: .*\*\*Jens Stoltenberg\*\*/,
    );
    expect(text).toContain('3 quotations');
  });

  test('finds a misspelt name and says whom it shows', async () => {
    expect(await quote('Stoltenburg')).toMatch(/showing Jens Stoltenberg/i);
  });

  test.each([
    [
      'Sherman',
      [
        'non-starters',
        'We will not slam the door shut on NATO’s open-door policy',
        'We are not going to agree that NATO cannot expand any further.',
      ],
    ],
    [
      'Melanie Joly',
      [
        'The amassing of Russian troops and equipment in and around Ukraine jeopardises security in the entire region,',
        'These aggressive actions must be deterred.',
      ],
    ],
    ['Sullivan', ['high', 'any contingency', 'We’re prepared to continue with diplomacy']],
  ])('%s', async (person, words) => {
    const text = await quote(person);
    for (const said of words) expect(text).toContain(`> “${said}`);
    expect(text).toContain(`${words.length} quotations`);
    expect(text).not.toContain('pledged continued close coordination');
  });

  test('puts the words of a read-out into nobody’s mouth', async () => {
    for (const person of ['Marta Morgan', 'Ned Price']) {
      const text = await quote(person);
      expect(text).not.toContain('>');
    }
  });

  test('suggests people as a name is typed', async () => {
    const choices = await discord.autocomplete('quote', { person: 'jo' }).choices();
    expect(choices).toEqual([{ name: expect.stringMatching(/^Mélanie Joly/), value: 'Mélanie Joly' }]);
    expect(await discord.autocomplete('quote', { person: 'zzzz' }).choices()).toEqual([]);
    expect((await discord.autocomplete('quote', { person: '' }).choices()).length).toBeGreaterThan(3);
  });
});
