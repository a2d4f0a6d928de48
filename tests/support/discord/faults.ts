import { type Response, refusal, serverError } from './errors.js';

/**
 * What goes wrong. `reset` breaks the connection (ECONNRESET, which discord.js tries again), `hang-up`
 * closes it without an answer (which it does not); `delay` answers late.
 */
export type FaultKind = 'rate-limit' | 'global-rate-limit' | '500' | '502' | 'reset' | 'hang-up' | 'delay';

/** A fault that a test scripts for a route. */
export type Fault = {
  kind: FaultKind;
  method?: string;
  /** Matched against the path after `/api/v10`, without the query: `/interactions/…/callback`. */
  path: RegExp;
  /** Which call from now on goes wrong first, counted from 1. */
  nth?: number;
  /** How many calls in a row go wrong. */
  times?: number;
  /** The call still takes effect: only its answer is lost or spoilt. */
  applied?: boolean;
  /** Wait before an answer with `delay`, or the wait that a rate limit asks for; milliseconds. */
  ms?: number;
};

export type Faults = {
  add(fault: Fault): void;
  /** The fault that strikes this call, if any; counts the call. */
  strike(method: string, path: string): Fault | undefined;
  clear(): void;
};

export function createFaults(): Faults {
  let scripted: { fault: Fault; calls: number }[] = [];
  return {
    add(fault) {
      scripted.push({ fault, calls: 0 });
    },
    strike(method, path) {
      let found: Fault | undefined;
      for (const entry of scripted) {
        const { fault } = entry;
        if ((fault.method ?? method) !== method || !fault.path.test(path)) continue;
        entry.calls += 1;
        const first = fault.nth ?? 1;
        if (entry.calls >= first && entry.calls < first + (fault.times ?? 1)) found ??= fault;
      }
      return found;
    },
    clear() {
      scripted = [];
    },
  };
}

/** An answer with the headers and raw text that go with it. */
export type FaultyAnswer = { response: Response; headers: Record<string, string>; text?: string };

/** What a bot sees of a fault, for those that answer at all. */
export function answerOf({ kind, ms = 300 }: Fault): FaultyAnswer | undefined {
  const seconds = ms / 1000;
  if (kind === 'rate-limit' || kind === 'global-rate-limit') {
    const global = kind === 'global-rate-limit';
    const body = { message: 'You are being rate limited.', retry_after: seconds, global };
    return {
      response: { status: 429, body },
      headers: {
        'retry-after': String(seconds),
        'x-ratelimit-scope': global ? 'global' : 'user',
        ...(global
          ? { 'x-ratelimit-global': 'true' }
          : {
              'x-ratelimit-limit': '5',
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset-after': String(seconds),
            }),
      },
    };
  }
  if (kind === '500') return { response: serverError(), headers: {} };
  // Discord's front door answers this one, in HTML.
  if (kind === '502')
    return {
      response: refusal(502, 0, '502: Bad Gateway'),
      headers: { 'content-type': 'text/html' },
      text: '<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>',
    };
  return undefined;
}
