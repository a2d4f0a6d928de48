import type { Command, Opener } from '../src/discord/command.js';
import { archive, problemPages } from './archive.js';
import { discard, store, takeout } from './archive-changes.js';
import { article } from './article.js';
import { ask, searchMessage } from './ask.js';
import { follow } from './follow.js';
import { helpOn } from './help.js';
import { around, cite, inContextAgain, more, proof } from './passage.js';
import { people } from './people.js';
import { quote } from './quote.js';
import { reload } from './reload.js';
import { server } from './server.js';
import { timeline } from './timeline.js';
import { verify, verifyMessage } from './verify.js';

/** Every command of the bot. */
export const commands: readonly Command[] = [
  ask,
  searchMessage,
  quote,
  verify,
  verifyMessage,
  article,
  people,
  timeline,
  reload,
  archive,
  server,
  follow,
  helpOn(() => commands),
];

/** What its buttons open beside them. */
export const openers: readonly Opener[] = [
  more,
  inContextAgain,
  around,
  proof,
  cite,
  problemPages,
  store,
  discard,
  takeout,
];
