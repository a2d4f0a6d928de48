import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Json, type JsonObject, listOf, numberOf, objectOf, parseJson, stringOf } from './json.js';
import { guildCreateJson, userJson, type World } from './world.js';

const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;

const GUILDS = 1 << 0;
/** Members, presences, message content: refused unless they are switched on for the application. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = (1 << 26) - 1;

/** A bot's session: it outlives the connections it is used over. */
export type Session = {
  id: string;
  intents: number;
  /** Which of how many connections this is; it gets the events of its share of the servers. */
  shard: [id: number, count: number];
  /** When it identified, in milliseconds as of `performance.now()`. */
  begunAt: number;
  seq: number;
  /** Everything dispatched, for replay. */
  events: { s: number; t: string; d: Json }[];
  /** Undefined while the bot is away. */
  socket: WebSocket | undefined;
  /** False once it cannot be resumed any more. */
  alive: boolean;
  resumes: number;
  /** Events that were replayed by resumes. */
  replayed: number;
};

export type Gateway = {
  sessions: Session[];
  /** Sessions that have a connection now. */
  connected(): Session[];
  heartbeats(): number;
  /** Every IDENTIFY that was accepted or refused, in order. */
  identifies: JsonObject[];
  /** How often a connection was tried, refused ones included. */
  attempts(): number;
  /** Sends an event to every session that wants it; one that is away gets it when it resumes. */
  dispatch(type: string, data: Json): void;
  /** Drops every connection with this close code; 1006 breaks it with no farewell. The sessions stay. */
  close(code: number, reason?: string): void;
  /** Asks every bot to connect again and resume (op 7). */
  reconnect(): void;
  /** Tells every bot that its session is invalid (op 9); `resumable` false ends the sessions. */
  invalidate(resumable: boolean): void;
  /** Makes sessions unknown, so that the next RESUME is refused with op 9. */
  forgetSessions(): void;
  /** Whether heartbeats are acknowledged; false makes the connection a zombie. */
  acknowledge(on: boolean): void;
  /** Turns new connections away until `accept`: 'unavailable' answers 503, 'reset' breaks the connection. */
  refuse(how?: 'unavailable' | 'reset'): void;
  accept(): void;
  stop(): void;
};

export type GatewayOptions = {
  server: Server;
  token: string;
  world: World;
  heartbeatIntervalMs: number;
  fewestShards: number;
  url: () => string;
  changed: () => void;
};

/** Whether a server's events go to a session; those of direct messages go to the first. */
function serves({ shard: [id, count] }: Session, guild: string | undefined): boolean {
  return (guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count))) === id;
}

/** The gateway, on the same port as REST. */
export function createGateway({
  server,
  token,
  world,
  heartbeatIntervalMs,
  fewestShards,
  url,
  changed,
}: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions: Session[] = [];
  const identifies: JsonObject[] = [];
  /** Which session a connection has identified for; none after op 9, until it resumes or identifies again. */
  const bySocket = new Map<WebSocket, Session>();
  let heartbeats = 0;
  let attempts = 0;
  let acking = true;
  let refusing: 'unavailable' | 'reset' | undefined;

  const send = (socket: WebSocket, op: number, d: Json, event?: { s: number; t: string }) =>
    socket.send(JSON.stringify({ t: event?.t ?? null, s: event?.s ?? null, op, d }));
  const dispatchTo = (session: Session, t: string, d: Json) => {
    session.seq += 1;
    const event = { s: session.seq, t, d };
    session.events.push(event);
    if (session.socket !== undefined) send(session.socket, DISPATCH, d, event);
  };

  const identify = (socket: WebSocket, d: JsonObject): Session | undefined => {
    identifies.push(d);
    const intents = numberOf(d['intents']) ?? -1;
    const [id = 0, count = 1] = listOf(d['shard']).map(numberOf);
    if (d['token'] !== token) socket.close(4004, 'Authentication failed.');
    else if (intents < 0 || intents > KNOWN_INTENTS) socket.close(4013, 'Invalid intent(s).');
    else if ((intents & PRIVILEGED) !== 0) socket.close(4014, 'Disallowed intent(s).');
    else if (!(id < count)) socket.close(4010, 'Invalid shard.');
    else if (count < fewestShards) socket.close(4011, 'Sharding required.');
    else {
      const session: Session = {
        id: randomBytes(16).toString('hex'),
        intents,
        shard: [id, count],
        begunAt: performance.now(),
        seq: 0,
        events: [],
        socket,
        alive: true,
        resumes: 0,
        replayed: 0,
      };
      sessions.push(session);
      const guilds = [...world.guilds.values()].filter((guild) => serves(session, guild.id));
      dispatchTo(session, 'READY', {
        v: 10,
        user: { ...userJson(world.bot), email: null, flags: 0, mfa_enabled: true, verified: true },
        user_settings: {},
        session_type: 'normal',
        session_id: session.id,
        resume_gateway_url: `${url()}/resume`,
        relationships: [],
        private_channels: [],
        presences: [],
        guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
        guild_join_requests: [],
        geo_ordered_rtc_regions: [],
        game_relationships: [],
        auth: {},
        application: { id: world.applicationId, flags: 0 },
        shard: [...session.shard],
        _trace: [],
      });
      if ((intents & GUILDS) !== 0)
        for (const guild of guilds) dispatchTo(session, 'GUILD_CREATE', guildCreateJson(guild, world.bot.id));
      return session;
    }
    return undefined;
  };

  const resume = (socket: WebSocket, d: JsonObject): Session | undefined => {
    const session = sessions.find((one) => one.alive && one.id === stringOf(d['session_id']));
    const seq = numberOf(d['seq']) ?? 0;
    if (d['token'] !== token) socket.close(4004, 'Authentication failed.');
    else if (session === undefined) send(socket, INVALID_SESSION, false);
    else if (seq > session.seq) socket.close(4007, 'Invalid seq.');
    else {
      session.socket?.terminate();
      session.socket = socket;
      session.resumes += 1;
      const missed = session.events.filter((event) => event.s > seq);
      for (const event of missed) send(socket, DISPATCH, event.d, event);
      session.replayed += missed.length;
      dispatchTo(session, 'RESUMED', { _trace: [] });
      return session;
    }
    return undefined;
  };

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const query = new URL(request.url ?? '/', 'ws://discord.invalid').searchParams;
    if (query.get('v') !== '10') return socket.close(4012, 'Invalid API version.');
    send(socket, HELLO, { heartbeat_interval: heartbeatIntervalMs, _trace: [] });
    socket.on('message', (raw) => {
      const payload = parseJson(String(raw));
      if (payload === undefined) return socket.close(4002, 'Error while decoding payload.');
      const { op, d } = objectOf(payload);
      const session = bySocket.get(socket);
      if (op === HEARTBEAT) {
        heartbeats += 1;
        if (acking) send(socket, HEARTBEAT_ACK, null);
      } else if (op === IDENTIFY || op === RESUME) {
        if (session !== undefined) return socket.close(4005, 'Already authenticated.');
        const begun = op === IDENTIFY ? identify(socket, objectOf(d)) : resume(socket, objectOf(d));
        if (begun !== undefined) bySocket.set(socket, begun);
      } else if (session === undefined) return socket.close(4003, 'Not authenticated.');
      // Presence, voice state, members: allowed, and of no effect here.
      else if (![3, 4, 8, 31].includes(numberOf(op) ?? -1)) return socket.close(4001, 'Unknown opcode.');
      changed();
    });
    socket.on('close', (code) => {
      const session = bySocket.get(socket);
      bySocket.delete(socket);
      if (session?.socket === socket) {
        session.socket = undefined;
        // A bot that closes with 1000 or 1001 ends its session.
        if (code === 1000 || code === 1001) session.alive = false;
      }
      changed();
    });
    socket.on('error', () => socket.terminate());
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    attempts += 1;
    changed();
    if (refusing === undefined)
      return sockets.handleUpgrade(request, socket, head, (opened) =>
        sockets.emit('connection', opened, request),
      );
    if (refusing === 'unavailable')
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });

  const connected = () => sessions.filter((session) => session.socket !== undefined);
  return {
    sessions,
    connected,
    heartbeats: () => heartbeats,
    identifies,
    attempts: () => attempts,
    dispatch(type, data) {
      const guild = objectOf(data)[type === 'GUILD_CREATE' ? 'id' : 'guild_id'];
      for (const session of sessions)
        if (
          session.alive &&
          serves(session, stringOf(guild)) &&
          (type === 'INTERACTION_CREATE' || (session.intents & GUILDS) !== 0)
        )
          dispatchTo(session, type, data);
    },
    close(code, reason = '') {
      for (const { socket } of connected()) {
        if (code === 1006) socket?.terminate();
        else socket?.close(code, reason);
      }
    },
    reconnect() {
      for (const { socket } of connected()) if (socket) send(socket, RECONNECT, null);
    },
    invalidate(resumable) {
      for (const session of connected()) {
        const { socket } = session;
        if (!resumable) session.alive = false;
        if (socket === undefined) continue;
        bySocket.delete(socket);
        session.socket = undefined;
        send(socket, INVALID_SESSION, resumable);
      }
    },
    forgetSessions() {
      for (const session of sessions) session.alive = false;
    },
    acknowledge(on) {
      acking = on;
    },
    refuse(how = 'unavailable') {
      refusing = how;
    },
    accept() {
      refusing = undefined;
    },
    stop() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
