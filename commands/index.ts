import type { Command, Opener } from '../src/discord/command.js';
import { archive, problemPages } from './archive.js';
import { discard, store, takeout } from './archive-changes.js';
import { ask } from './ask.js';
import { evidence } from './evidence.js';
import { follow } from './follow.js';
import { people } from './people.js';
import { proof } from './proof.js';
import { quote } from './quote.js';
import { reload } from './reload.js';
import { server } from './server.js';
import { verify, verifyMessage } from './verify.js';

/** Every command of the bot. */
export const commands: readonly Command[] = [
  ask,
  quote,
  verify,
  verifyMessage,
  people,
  reload,
  archive,
  server,
  follow,
];

/** What its buttons open beside them. */
export const openers: readonly Opener[] = [evidence, proof, problemPages, store, discard, takeout];
