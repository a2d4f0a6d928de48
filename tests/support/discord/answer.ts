import type { Acknowledgement, Interaction } from './interactions.js';
import { type JsonObject, stringOf } from './json.js';
import { isLoading, type Message, textOf } from './messages.js';
import { type LoggedRequest, lineOf } from './request-log.js';
import type { Hub } from './waiting.js';

/** One suggestion of an autocomplete answer. */
export type Choice = { name: string; value: string | number };

/** What the bot answers to one thing that a person did. Each wait can be given its own time-out in milliseconds. */
export type Answer = {
  interaction: Interaction;
  /** The first answer: callback type, flags, how late. */
  acknowledged(timeoutMs?: number): Promise<Acknowledgement>;
  /** The reply once it says something; for a pressed button that edits its message, the message after the edit. */
  reply(timeoutMs?: number): Promise<Message>;
  /** The reply once it is as wished, such as after the last of several edits. */
  replyWhere(what: string, wished: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** Further messages, once there are so many. */
  followUps(count?: number, timeoutMs?: number): Promise<Message[]>;
  /** The suggestions of an autocomplete. */
  choices(timeoutMs?: number): Promise<Choice[]>;
  /** Every state that the reply has had so far. */
  states(): Message[];
  /** The requests that answered this interaction so far, refused ones included. */
  requests(): LoggedRequest[];
  /** All that has arrived, for a person to read. */
  describe(): string;
};

export function answerTo(interaction: Interaction, requests: LoggedRequest[], hub: Hub): Answer {
  const own = () => requests.filter(({ path }) => path.includes(interaction.token));
  const describe = () => {
    const { acknowledgement: ack, written, followUps } = interaction;
    const last = written.at(-1);
    const lines = [
      `${interaction.what} by ${interaction.user.username}, sent ${Math.round(performance.now() - interaction.sentAt)} ms ago:`,
      ack === undefined
        ? 'not acknowledged'
        : `acknowledged with type ${ack.type}, flags ${ack.flags}, after ${Math.round(ack.afterMs)} ms`,
      last === undefined ? 'no reply' : `reply, state ${written.length}: ${textOf(last).slice(0, 600)}`,
      ...followUps.map(({ current }) => `follow-up: ${textOf(current).slice(0, 200)}`),
      'requests:',
      ...own().map((request) => `  ${lineOf(request)}`),
    ];
    return lines.join('\n');
  };
  const until = <T>(what: string, look: () => T | undefined, timeoutMs: number | undefined) =>
    hub.until(`${what} of ${interaction.what}`, look, describe, timeoutMs);
  const shown = () => {
    const { original, written } = interaction;
    const current = original?.current;
    return written.length === 0 || current === undefined || original?.deleted === true || isLoading(current)
      ? undefined
      : current;
  };
  return {
    interaction,
    describe,
    acknowledged: (timeoutMs) => until('The acknowledgement', () => interaction.acknowledgement, timeoutMs),
    reply: (timeoutMs) => until('The reply', shown, timeoutMs),
    replyWhere: (what, wished, timeoutMs) =>
      until(
        `The reply (${what})`,
        () => {
          const message = shown();
          return message !== undefined && wished(message) ? message : undefined;
        },
        timeoutMs,
      ),
    followUps: (count = 1, timeoutMs) =>
      until(
        `${count} follow-up(s)`,
        () =>
          interaction.followUps.length < count
            ? undefined
            : interaction.followUps.map(({ current }) => current),
        timeoutMs,
      ),
    choices: (timeoutMs) => until('The choices', () => interaction.choices?.map(choiceOf), timeoutMs),
    states: () => [...interaction.written],
    requests: own,
  };
}

function choiceOf({ name, value }: JsonObject): Choice {
  return { name: stringOf(name) ?? '', value: typeof value === 'number' ? value : (stringOf(value) ?? '') };
}
