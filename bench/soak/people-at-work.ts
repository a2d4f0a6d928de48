import type { Answer } from '../../tests/support/discord/answer.js';
import type { StandIn } from '../../tests/support/discord/driver.js';
import { buttonsOf, isEphemeral, type Message, textOf } from '../../tests/support/discord/messages.js';
import type { User } from '../../tests/support/discord/world.js';
import type { Done, Outcome } from './tally.js';
import type { Trouble } from './trouble.js';

const PATIENCE_MS = 45_000;
const IN_WORDS =
  /did not work|Please ask again|One thing at a time|no longer works|being shared already|did not say whether|did not let|not yours/;

/** Whether a reply says all that it will: one that is being shared does not. */
const isOver = (message: Message) => buttonsOf(message).every(({ label }) => label !== 'Sharing…');

/** People who do one thing after another with what they got, until they are told to stop. */
export type Crowd = {
  /** Somebody does something; resolves when it has ended. */
  act(): Promise<void>;
  /** Everybody of `count` people asks at once. */
  rush(count: number): Promise<void>;
  done: readonly Done[];
};

type Doing = { user: User };

export function createCrowd(
  discord: StandIn,
  {
    questions,
    people,
    trouble,
    random,
  }: {
    questions: readonly string[];
    people: readonly string[];
    trouble: Trouble;
    random: () => number;
  },
): Crowd {
  const users = Array.from({ length: 600 }, (_, number) => discord.user(`reader-${number}`));
  const done: Done[] = [];
  // Replies that can still be pressed, and whose they are.
  const open: { message: Message; user: User }[] = [];
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const question = () => ({ question: pick(questions) ?? 'Who?' });
  const person = () => ({ person: pick(people) ?? 'Nobody' });

  function note(what: string, began: number, answer: Answer, outcome: Outcome, twice = false): void {
    done.push({
      what,
      rush: what.includes('at once'),
      outcome,
      faulty: trouble.since(began),
      acknowledged: answer.interaction.acknowledgement?.afterMs,
      answered: outcome === 'answered' ? performance.now() - began : undefined,
      twice,
    });
  }

  /** Where the connection was broken, Discord itself may not have brought it to the bot in time. */
  const noAnswer = (answer: Answer, began: number): Outcome =>
    trouble.since(began) && !answer.interaction.acknowledgement ? 'lost on the way' : 'unanswered';

  /** Watches one thing to its end. `most` further messages may come of it. */
  async function follow(
    what: string,
    doing: () => Answer,
    user: User,
    most = 0,
  ): Promise<Message | undefined> {
    const began = performance.now();
    const answer = doing();
    // A failure that is said beside the message is an end too.
    const reply = await Promise.race([
      answer.replyWhere('it has ended', isOver, PATIENCE_MS),
      answer.followUps(most + 1, PATIENCE_MS).then((said) => said.at(-1)),
    ]).catch(() => undefined);
    const { followUps } = answer.interaction;
    let outcome = reply ? ('answered' as Outcome) : noAnswer(answer, began);
    if (reply && IN_WORDS.test(textOf(reply))) outcome = 'told in words';
    note(what, began, answer, outcome, outcome === 'answered' && followUps.length > most);
    if (reply && outcome === 'answered') {
      open.push({ message: reply, user });
      if (open.length > 200) open.splice(0, 100);
    }
    return reply;
  }

  async function press(label: string, user?: User, most = 0): Promise<void> {
    const found = open.filter(({ message }) => {
      const now = user && isEphemeral(message) ? undefined : discord.latest(message);
      return now && buttonsOf(now).some((button) => button.label === label && button.disabled !== true);
    });
    const one = pick(found);
    if (!one) return;
    const doing: Doing = { user: user ?? one.user };
    await follow(`press ${label}`, () => discord.press(one.message, label, doing), doing.user, most);
  }

  /** Deleting leaves nothing to read. */
  async function remove(): Promise<void> {
    const one = pick(open.filter(({ message }) => !isEphemeral(message) && discord.latest(message)));
    if (!one) return;
    const began = performance.now();
    const answer = discord.press(one.message, 'Delete', { user: one.user });
    const gone = () => (discord.latest(one.message) && answer.states().length === 0 ? undefined : true);
    const ended = await discord.until('The deletion', gone, PATIENCE_MS).catch(() => undefined);
    note('press Delete', began, answer, ended ? 'answered' : noAnswer(answer, began));
  }

  async function type(user: User): Promise<void> {
    const began = performance.now();
    const typed = (pick(people) ?? 'a').slice(0, 1 + Math.floor(random() * 4));
    const answer = discord.autocomplete('quote', { person: typed }, { user });
    const choices = await answer.choices(1000).catch(() => undefined);
    note('type a name', began, answer, choices ? 'answered' : 'given up');
  }

  const doings: readonly (readonly [number, (user: User) => Promise<unknown>])[] = [
    [0.4, (user) => follow('/ask', () => discord.slash('ask', question(), { user }), user)],
    [
      0.1,
      (user) =>
        follow('/ask private', () => discord.slash('ask', { ...question(), private: true }, { user }), user),
    ],
    [0.1, (user) => follow('/quote', () => discord.slash('quote', person(), { user }), user)],
    [0.05, (user) => follow('/people', () => discord.slash('people', {}, { user }), user)],
    [
      0.05,
      (user) =>
        follow('/verify', () => discord.slash('verify', { quote: pick(questions) ?? '' }, { user }), user),
    ],
    [0.1, type],
    [0.08, () => press('Next')],
    [0.02, () => press('More')],
    [0.03, () => press('Next', pick(users))],
    [0.04, () => press('Share', undefined, 1)],
    [0.03, remove],
  ];

  return {
    done,
    async act() {
      const user = pick(users);
      if (!user) return;
      let chance = random();
      for (const [share, doing] of doings) {
        chance -= share;
        if (chance < 0) {
          await doing(user);
          return;
        }
      }
    },
    async rush(count) {
      await Promise.all(
        users
          .slice(0, count)
          .map((user) =>
            follow(`/ask, ${count} at once`, () => discord.slash('ask', question(), { user }), user),
          ),
      );
    },
  };
}
