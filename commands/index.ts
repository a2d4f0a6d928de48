import type { Command, Opener } from '../src/discord/command.js';
import { ask } from './ask.js';
import { evidence } from './evidence.js';
import { helpOn } from './help.js';
import { people } from './people.js';
import { quote } from './quote.js';
import { reload } from './reload.js';
import { timeline } from './timeline.js';
import { verify, verifyMessage } from './verify.js';

/** Every command of the bot. */
export const commands: readonly Command[] = [
  ask,
  quote,
  verify,
  verifyMessage,
  people,
  timeline,
  reload,
  helpOn(() => commands),
];

/** What its buttons open beside them. */
export const openers: readonly Opener[] = [evidence];
