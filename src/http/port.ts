import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { SettingsError } from '../config.js';
import type { Reports } from './reports.js';

export type HttpPort = {
  /** Stops listening and drops whoever is connected. */
  close(): void;
};

type Reply = { status: number; type: string; body: string };

const MOST_CONNECTIONS = 50;
// One who looks after the bot asks in one small packet.
const LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 5000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 8192,
};

/**
 * Listens for `GET /healthz` and `GET /metrics`, and nothing else. What a client sends is never repeated to anybody.
 * @throws {Error} whose message says what to do, where the port is in use
 * @throws {SettingsError} where it cannot be listened on at all
 */
export async function openHttpPort(
  { host, port }: { host: string; port: number },
  { reports, logger }: { reports: Reports; logger: Logger },
): Promise<HttpPort> {
  const server = createServer(LIMITS, (request, response) => {
    reply(request)
      .catch((): Reply => plain(500, 'Failed.'))
      .then((made) => send(response, made))
      .catch(() => response.destroy());
  });
  server.maxConnections = MOST_CONNECTIONS;

  async function reply({ method, url, headers }: IncomingMessage): Promise<Reply> {
    if (method !== 'GET') return plain(405, 'Only GET.');
    if ('transfer-encoding' in headers || (headers['content-length'] ?? '0') !== '0')
      return plain(413, 'No body, please.');
    if (url === '/healthz') {
      const health = await reports.health();
      return {
        status: health.ready ? 200 : 503,
        type: 'application/json',
        body: `${JSON.stringify(health)}\n`,
      };
    }
    if (url === '/metrics') {
      const { type, text } = await reports.metrics();
      return { status: 200, type, body: text };
    }
    return plain(404, 'There are /healthz and /metrics.');
  }

  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw refused(error, `${host}, port ${port}`);
  }
  // Such as too many open files: the bot goes on, and the port with it.
  server.on('error', (err) => logger.warn({ err }, 'the HTTP port has an error'));
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function plain(status: number, words: string): Reply {
  return { status, type: 'text/plain', body: `${words}\n` };
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: 'GET' }),
    // Whoever sends what is not wanted is not listened to any longer.
    ...(status >= 400 && status !== 503 && { Connection: 'close' }),
  });
  response.end(body);
}

function refused(error: unknown, where: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Error(
      `The HTTP port is in use: another program listens on ${where}. End that program, or set HTTP_PORT to another port.`,
    );
  const why = error instanceof Error ? error.message : String(error);
  return new SettingsError(
    `The HTTP port cannot be opened on ${where}: ${why}. HTTP_HOST must be an address of this machine, and ports below 1024 are for root.`,
  );
}
