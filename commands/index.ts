import type { Command } from '../src/discord/command.js';
import { ask } from './ask.js';
import { people } from './people.js';
import { quote } from './quote.js';
import { reload } from './reload.js';
import { verify, verifyMessage } from './verify.js';

/** Every command of the bot. */
export const commands: readonly Command[] = [ask, quote, verify, verifyMessage, people, reload];
