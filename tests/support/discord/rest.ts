import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { malformedJson, methodNotAllowed, notFound, type Response, refusal, unauthorized } from './errors.js';
import { answerOf, type Faults } from './faults.js';
import { parseJson } from './json.js';
import type { SentFile } from './limits-message.js';
import { type LoggedRequest, writeLog } from './request-log.js';
import type { Body } from './responses.js';
import type { Call, Route } from './routes.js';

export type RestOptions = {
  token: string;
  routes: Route[];
  faults: Faults;
  /** Attached files by the path of their address, as Discord's CDN gives them. */
  uploads: ReadonlyMap<string, Buffer>;
  /** So many calls of a route are let through in so many milliseconds. */
  rateLimit: { limit: number; windowMs: number };
  /** Every request, before it is answered and again after. */
  seen(request: LoggedRequest, done: boolean): void;
};

/** The REST side of Discord, not yet listening. */
export function createRestServer(options: RestOptions): Server {
  const buckets = createBuckets(options.rateLimit);
  return createServer((request, response) => {
    handle(request, response, options, buckets).catch((error: unknown) => {
      // A mistake in the stand-in itself: the bot sees a 500, the test run sees the reason.
      console.error('The Discord stand-in failed:', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { token, routes, faults, uploads, seen }: RestOptions,
  buckets: Buckets,
): Promise<void> {
  const bytes = await readAll(request);
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://discord.invalid');
  const upload = method === 'GET' ? uploads.get(url.pathname) : undefined;
  if (upload) {
    response.writeHead(200, { 'content-length': upload.length });
    response.end(upload);
    return;
  }
  const versioned = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(url.pathname);
  const path = decodeURIComponent(versioned?.[2] ?? url.pathname);
  const body = await readBody(request.headers['content-type'] ?? '', bytes);
  const match = routes
    .map((route) => ({ route, params: matchPath(route.pattern, path) }))
    .filter((one) => one.params !== undefined);
  const here = match.find((one) => one.route.method === method);
  const call: Call = {
    params: here?.params ?? {},
    query: url.searchParams,
    body: body ?? { json: undefined, files: [] },
    locale: String(request.headers['x-discord-locale'] ?? '') || undefined,
  };
  const logged: LoggedRequest = {
    method,
    path: request.url ?? '/',
    body: call.body.json,
    files: call.body.files,
    ctx: here?.route.context?.(call) ?? {},
    status: 0,
    answer: undefined,
  };
  writeLog(logged);
  seen(logged, false);

  const answer = (): { response: Response; headers: Record<string, string> } => {
    if (versioned === null) return { response: notFound(), headers: {} };
    if (versioned[1] !== undefined && !['9', '10'].includes(versioned[1]))
      return { response: refusal(400, 50041, 'Invalid API version specified.'), headers: {} };
    if (here === undefined)
      return { response: match.length > 0 ? methodNotAllowed() : notFound(), headers: {} };
    if (here.route.auth && request.headers.authorization !== `Bot ${token}`)
      return { response: unauthorized(), headers: {} };
    if (body === undefined) return { response: malformedJson(), headers: {} };
    const { headers, limited } = buckets.take(here.route, call.params);
    return { response: limited ?? here.route.answer(call), headers };
  };

  const fault = faults.strike(method, path);
  const spoilt = fault === undefined ? undefined : answerOf(fault);
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 300));
  const real = fault === undefined || fault.applied === true || fault.kind === 'delay' ? answer() : undefined;
  if (fault?.kind === 'reset' || fault?.kind === 'hang-up') {
    if (fault.kind === 'reset') request.socket.resetAndDestroy();
    else request.socket.destroy();
    seen(logged, true);
    return;
  }
  const given = spoilt?.response ?? real?.response ?? notFound();
  logged.status = given.status;
  logged.answer = given.body;
  const text = spoilt?.text ?? (given.body === undefined ? '' : JSON.stringify(given.body));
  response.writeHead(given.status, {
    ...(text === '' ? {} : { 'content-type': 'application/json' }),
    ...(real?.headers ?? {}),
    ...(spoilt?.headers ?? {}),
  });
  response.end(text);
  seen(logged, true);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** The JSON of a body and the files beside it; undefined where it is not JSON. */
async function readBody(contentType: string, bytes: Buffer): Promise<Body | undefined> {
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) {
    const json = parseJson(bytes.toString('utf8'));
    return json === undefined ? undefined : { json, files: [] };
  }
  const form = await new globalThis.Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const files: SentFile[] = [];
  let text = '{}';
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') {
      if (field === 'payload_json') text = value;
    } else files.push({ field, filename: value.name, size: value.size });
  }
  const json = parseJson(text);
  return json === undefined ? undefined : { json, files };
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

type Buckets = {
  take(route: Route, params: Record<string, string>): { headers: Record<string, string>; limited?: Response };
};

/** Counts calls by route and its leading ids, as Discord's rate limits do. */
function createBuckets({ limit, windowMs }: RestOptions['rateLimit']): Buckets {
  const counts = new Map<string, { used: number; resetAt: number }>();
  return {
    take({ method, pattern }, params) {
      // Callbacks have no limit of this kind.
      if (pattern.endsWith('/callback')) return { headers: {} };
      const bucket = createHash('md5').update(`${method} ${pattern}`).digest('hex');
      const key = `${bucket} ${params['guild'] ?? ''} ${params['token'] ?? ''}`;
      const now = Date.now();
      const known = counts.get(key);
      const count =
        known === undefined || known.resetAt <= now ? { used: 0, resetAt: now + windowMs } : known;
      counts.set(key, count);
      const seconds = (count.resetAt - now) / 1000;
      const over = count.used >= limit;
      if (!over) count.used += 1;
      const headers = {
        'x-ratelimit-bucket': bucket,
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(limit - count.used),
        'x-ratelimit-reset': (count.resetAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': seconds.toFixed(3),
      };
      if (!over) return { headers };
      const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
      return {
        headers: { ...headers, 'retry-after': seconds.toFixed(3), 'x-ratelimit-scope': 'user' },
        limited: { status: 429, body },
      };
    },
  };
}
