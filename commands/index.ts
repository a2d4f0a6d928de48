import type { Command, Opener } from '../src/discord/command.js';
import { ask } from './ask.js';
import { evidence } from './evidence.js';
import { people } from './people.js';
import { proof } from './proof.js';
import { quote } from './quote.js';
import { reload } from './reload.js';
import { verify, verifyMessage } from './verify.js';

/** Every command of the bot. */
export const commands: readonly Command[] = [ask, quote, verify, verifyMessage, people, reload];

/** What its buttons open beside them. */
export const openers: readonly Opener[] = [evidence, proof];
