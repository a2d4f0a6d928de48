import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';

let discord: StandIn;
let bot: BotProcess;
let port: number;
let scratch: string;

// One bot for the whole file: a process is what takes time here.
beforeAll(async () => {
  discord = await startStandIn();
  port = await freePort();
  scratch = await mkdtemp(join(tmpdir(), 'cuttings-http-'));
  bot = await startBot(discord, { env: { HTTP_PORT: String(port) } });
});

afterAll(async () => {
  await discord.stop();
  await rm(scratch, { recursive: true, force: true });
});

const url = (path: string) => `http://127.0.0.1:${port}${path}`;
const metrics = async () => (await fetch(url('/metrics'))).text();
const ask = (question: string) => discord.slash('ask', { question });

/** The value of the one sample that has this name and these labels. */
async function sample(start: string): Promise<number> {
  const line = (await metrics()).split('\n').find((each) => each.startsWith(`${start} `));
  return Number(line?.slice(start.length) ?? Number.NaN);
}

describe('GET /healthz', () => {
  test('is 200 while the archive answers and Discord is connected', async () => {
    const response = await ready();
    expect(await response.json()).toEqual({
      ready: true,
      archive: 'answers',
      discord: 'connected',
      state: 'is known',
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('is 503 while Discord is away, says which part is missing, and is 200 again afterwards', async () => {
    const session = await discord.identified();
    const resumes = session.resumes;
    discord.gateway.refuse();
    discord.gateway.close(1006);
    const away = await until(async () => {
      const response = await fetch(url('/healthz'));
      return response.status === 503 ? response : undefined;
    });
    expect(await away.json()).toEqual({
      ready: false,
      archive: 'answers',
      discord: 'is not connected',
      state: 'is known',
    });
    expect(await sample('cuttings_discord_connected')).toBe(0);
    discord.gateway.accept();
    await discord.until('a resume', () => (session.resumes > resumes ? true : undefined));
    await ready();
  });
});

describe('GET /metrics', () => {
  test('counts commands by name and result, abstentions, and reloads', async () => {
    await ask('Tell me about the talks between Russia and NATO').reply();
    await ask('Who won the 2018 World Cup?').reply();
    await discord.slash('reload', {}).reply();
    await discord.slash('ask', { question: 'When?', from: 'yesterday' }).reply();
    const command = (name: string, result: string) =>
      `cuttings_interactions_total{kind="command",command="${name}",result="${result}"}`;
    await until(async () => ((await sample(command('reload', 'refused'))) === 1 ? true : undefined));
    expect(await sample(command('ask', 'answered'))).toBe(2);
    expect(await sample(command('ask', 'refused'))).toBe(1);
    expect(await sample('cuttings_interaction_seconds_count{kind="command",command="ask"}')).toBe(3);
    expect(await sample('cuttings_acknowledge_seconds_count{kind="command"}')).toBe(4);
    expect(await sample('cuttings_interactions_under_way')).toBe(0);
    expect(await sample('cuttings_questions_total{outcome="answered"}')).toBe(1);
    expect(await sample('cuttings_query_seconds_count{query="ask"}')).toBe(2);
  });

  test('tells the size and age of the snapshot, the event loop and the memory', async () => {
    expect(await sample('cuttings_snapshot_size{of="articles"}')).toBe(4);
    expect(await sample('cuttings_snapshot_age_seconds')).toBeGreaterThanOrEqual(0);
    expect(await sample('cuttings_query_queue')).toBeGreaterThanOrEqual(0);
    expect(await sample('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(await sample('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  test('has no label that a person made up, and no secret', async () => {
    discord.slash('ask', { question: 'x' }, { forge: (p) => ({ ...p, data: { ...named('zzmadeup') } }) });
    await until(async () => ((await metrics()).includes('command="unknown"') ? true : undefined));
    const text = await metrics();
    expect(text).not.toContain('zzmadeup');
    expect(text).not.toContain(discord.token);
    expect(text).not.toContain('World Cup');
  });
});

describe('anything else', () => {
  test.each([
    ['POST', '/healthz', 405],
    ['HEAD', '/metrics', 405],
    ['DELETE', '/', 405],
    ['GET', '/', 404],
    ['GET', '/metrics?x=<script>zz</script>', 404],
    ['GET', '/../../etc/passwd', 404],
  ])('%s %s is refused, and nothing of it repeated', async (method, path, status) => {
    const [code, body] = await send(method, path);
    expect(code).toBe(status);
    expect(body).not.toContain('zz');
    expect(body).not.toContain('passwd');
  });

  test('a body is refused without being read', async () => {
    const [code] = await send('GET', '/healthz', { 'Content-Length': '1000000000' });
    expect(code).toBe(413);
    expect((await send('GET', '/healthz', { 'Transfer-Encoding': 'chunked' }))[0]).toBe(413);
  });

  test('what is no HTTP, and a head without end, are cut off', async () => {
    for (const bytes of ['\0\u0001\u0002 rubbish\r\n\r\n', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}`]) {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('error', () => {});
      socket.resume();
      await once(socket, 'close');
    }
    expect((await ready()).status).toBe(200);
  });
});

describe('the port', () => {
  test('GIVEN it is in use THEN the bot ends with code 1 and says which setting to change', async () => {
    const second = await startBot(discord, { env: { HTTP_PORT: String(port) }, until: 'started' });
    expect((await second.exited()).code).toBe(1);
    expect(second.stderr()).toMatch(/port is in use.*HTTP_PORT/);
    expect(second.stderr()).not.toMatch(/\n\s+at /);
  });

  test('GIVEN an address that is not of this machine THEN it ends with code 78', async () => {
    const env = { HTTP_PORT: String(await freePort()), HTTP_HOST: '192.0.2.1' };
    const second = await startBot(discord, { env, until: 'started' });
    expect((await second.exited()).code).toBe(78);
    expect(second.stderr()).toContain('HTTP_HOST');
  });

  test('is closed with the bot, which writes nothing secret and goes at once', async () => {
    expect(await bot.stop()).toEqual({ code: 0, signal: null });
    await expect(fetch(url('/healthz'))).rejects.toThrow();
    expect(bot.stdout() + bot.stderr()).not.toContain(discord.token);
  });
});

describe('without HTTP_PORT', () => {
  test('nothing listens, the library of the metrics is not even loaded, and the token is out of the environment', async () => {
    const cwd = join(scratch, 'quiet');
    await mkdir(cwd);
    const quiet = await startBot(discord, { cwd, command: [...REPORT_AT_EXIT, MAIN, 'bot'] });
    await quiet.stop();
    const { loaded, listening, environment } = report(quiet);
    expect(loaded.some((file) => file.includes('discord.js'))).toBe(true);
    expect(loaded.filter((file) => file.includes('prom-client'))).toEqual([]);
    expect(listening).toBe(0);
    expect(environment).toHaveProperty('DISCORD_API_URL');
    expect(environment).not.toHaveProperty('DISCORD_TOKEN');
  });
});

describe('a folder of the program that may not be written', () => {
  test('GIVEN all but the cache is read-only THEN the bot answers, and has written only there', async () => {
    const cwd = join(scratch, 'read-only');
    const articles = join(cwd, 'articles');
    const cache = join(scratch, 'cache-apart');
    await cp(fileURLToPath(new URL('../../data/articles', import.meta.url)), articles, { recursive: true });
    await mkdir(cache);
    await chmod(cwd, 0o555);
    const before = await stamps(cwd);
    const program = fileURLToPath(new URL('../../', import.meta.url));
    const shut = await startBot(discord, {
      cwd,
      env: { ARTICLES_DIR: articles, CACHE_DIR: cache, HOME: cwd, TMPDIR: cwd },
      command: [
        '--experimental-permission',
        '--allow-worker',
        '--allow-addons',
        `--allow-fs-read=${program}*`,
        `--allow-fs-read=${cwd}*`,
        `--allow-fs-read=${cache}*`,
        `--allow-fs-write=${cache}*`,
        MAIN,
        'bot',
      ],
    });
    await ask('Tell me about the talks between Russia and NATO').reply();
    await discord.slash('people', {}).reply();
    expect(await shut.stop()).toEqual({ code: 0, signal: null });
    expect(shut.stdout()).not.toContain('could not be kept');
    expect(await readdir(cache)).toHaveLength(1);
    expect(await stamps(cwd)).toEqual(before);
    await chmod(cwd, 0o755);
  });
});

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const REPORT_AT_EXIT = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import { createRequire } from 'node:module';
    const { cache } = createRequire(${JSON.stringify(MAIN)});
    const listening = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    process.on('SIGTERM', () => { globalThis.listening = listening(); });
    process.on('exit', () => console.error('REPORT' + JSON.stringify({ loaded: Object.keys(cache), listening: globalThis.listening, environment: process.env })));
  `)}`,
];

function report(process: BotProcess): { loaded: string[]; listening: number; environment: object } {
  return JSON.parse(/REPORT(.*)/.exec(process.stderr())?.[1] ?? '');
}

const named = (name: string) => ({ id: '1', type: 1, name, options: [] });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}

/** The health once it is good: Discord counts as connected a moment after it has sent everything. */
const ready = () =>
  until(async () => {
    const response = await fetch(url('/healthz'));
    return response.status === 200 ? response : undefined;
  });

async function send(method: string, path: string, headers: Record<string, string> = {}) {
  const sent = request({ host: '127.0.0.1', port, method, path, headers });
  sent.on('error', () => {});
  sent.flushHeaders();
  if (!('Content-Length' in headers || 'Transfer-Encoding' in headers)) sent.end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  sent.destroy();
  return [response.statusCode, body] as const;
}

async function stamps(folder: string) {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(names.sort().map(async (name) => [name, (await stat(join(folder, name))).mtimeMs]));
}
