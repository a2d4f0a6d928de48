import { DefaultRestOptions } from 'discord.js';
import { NoAnswerError } from './errors.js';

type MakeRequest = (typeof DefaultRestOptions)['makeRequest'];

const FOLLOW_UP = /\/webhooks\/\d+\/[^/?]+(?:\?|$)/;

/**
 * Makes discord.js's requests, except that a follow-up without an answer is not sent a second time, as discord.js would: Discord may
 * have posted it. Callbacks and edits may be repeated; a message cannot.
 */
export const requestOnce: MakeRequest = async (url, init) => {
  const send = DefaultRestOptions.makeRequest;
  if (init.method !== 'POST' || !FOLLOW_UP.test(url)) return send(url, init);
  let answer: Awaited<ReturnType<MakeRequest>>;
  try {
    answer = await send(url, init);
  } catch (cause) {
    throw new NoAnswerError('Discord gave no answer to a follow-up.', { cause });
  }
  if (answer.status < 500) return answer;
  // Read to its end, so that the connection is free again.
  await answer.arrayBuffer().catch(() => undefined);
  throw new NoAnswerError(`Discord answered a follow-up with ${answer.status}.`);
};
