import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';
import type { JsonObject } from './json.js';
import type { Message, StoredMessage } from './messages.js';
import type { Guild, User } from './world.js';

export const COMMAND = 2;
export const COMPONENT = 3;
export const AUTOCOMPLETE = 4;

/** How the bot answered first: Discord's callback type, the message flags it carried, and how long it took. */
export type Acknowledgement = {
  type: number;
  flags: number;
  ephemeral: boolean;
  /** Milliseconds from sending the interaction to receiving the callback. */
  afterMs: number;
  data: JsonObject;
};

/** One thing a person did, and all that the bot has answered to it. */
export type Interaction = {
  id: string;
  token: string;
  type: typeof COMMAND | typeof COMPONENT | typeof AUTOCOMPLETE;
  /** For messages to people: `/ask` or `press "Next"`. */
  what: string;
  /** By the stand-in's clock. */
  createdAt: number;
  sentAt: number;
  user: User;
  guild: Guild | undefined;
  channelId: string;
  commandName: string | undefined;
  /** The type of the option that is being typed, for autocomplete. */
  focusedType: number | undefined;
  /** The message that the pressed button is on. */
  source: StoredMessage | undefined;
  acknowledgement: Acknowledgement | undefined;
  original: StoredMessage | undefined;
  /** Each state that this interaction gave its original message; the loading state is not one. */
  written: Message[];
  followUps: StoredMessage[];
  choices: JsonObject[] | undefined;
};

export type NewInteraction = Pick<
  Interaction,
  'type' | 'what' | 'user' | 'guild' | 'channelId' | 'commandName' | 'focusedType' | 'source'
>;

export type InteractionStore = {
  open(about: NewInteraction): Interaction;
  byId(id: string): Interaction | undefined;
  byToken(token: string): Interaction | undefined;
};

export function createInteractionStore(clock: Clock): InteractionStore {
  const all = new Map<string, Interaction>();
  const tokens = new Map<string, Interaction>();
  return {
    open(about) {
      const made: Interaction = {
        ...about,
        id: clock.snowflake(),
        // As long as a real one, and of the same letters.
        token: randomBytes(105).toString('base64url'),
        createdAt: clock.now(),
        sentAt: performance.now(),
        acknowledgement: undefined,
        original: undefined,
        written: [],
        followUps: [],
        choices: undefined,
      };
      all.set(made.id, made);
      tokens.set(made.token, made);
      return made;
    },
    byId: (id) => all.get(id),
    byToken: (token) => tokens.get(token),
  };
}
