import { appendFileSync } from 'node:fs';
import type { Json } from './json.js';
import type { SentFile } from './limits-message.js';

/** What a check outside of the tests must know to judge a body. */
export type RequestContext = {
  interactionType?: number;
  /** The type of the option being completed. */
  optionType?: number;
  /** The flags of the message that is edited. */
  messageFlags?: number;
  /** A follow-up that fills a waiting reply. */
  deferred?: boolean;
};

/** One request that the bot made. */
export type LoggedRequest = {
  method: string;
  /** As sent, with `/api/v10` and the query. */
  path: string;
  body: Json | undefined;
  files: SentFile[];
  ctx: RequestContext;
  /** 0 while the answer is on its way, or for ever where the connection was broken. */
  status: number;
  /** What was answered. */
  answer: Json | undefined;
};

/** Appends a request to the file that STANDIN_LOG names, as one line of JSON. */
export function writeLog({ method, path, body, files, ctx }: LoggedRequest): void {
  const file = process.env['STANDIN_LOG'];
  if (file) appendFileSync(file, `${JSON.stringify({ method, path, body, files, ctx })}\n`);
}

/** A request in a line, for a person who reads why a test failed. */
export function lineOf({ method, path, status, body, answer }: LoggedRequest): string {
  const short = (value: Json | undefined) => {
    const text = value === undefined ? '' : JSON.stringify(value);
    return text.length > 400 ? `${text.slice(0, 400)}…` : text;
  };
  const shown = path.replace(/[\w-]{60,}/g, ':token');
  return `${method} ${shown} ${short(body)} -> ${status === 0 ? 'no answer' : status}${status >= 400 ? ` ${short(answer)}` : ''}`;
}
