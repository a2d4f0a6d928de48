import { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';
import type { DrawCall, Drawn } from './draw-worker.js';

/** Pictures are this wide, in pixels: enough for a screen of twice the usual density. */
const WIDTH = 840;
/** A picture takes some 30 ms; what takes this long, in milliseconds, never ends. */
const LONGEST = 5000;
/** A thread that has had nothing to draw for so many milliseconds gives its memory back. */
const IDLE = 60_000;
/** So many pictures may wait for the thread. */
const MOST_WAITING = 50;

type Waiting = { resolve(png: Buffer): void; reject(why: Error): void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined };

/** Draws an SVG as a PNG. Rejects where it cannot be drawn or too many wait. */
export type Draw = (svg: string) => Promise<Buffer>;

/**
 * A drawer with a thread of its own that runs `script`: drawing is never felt by whoever is answered meanwhile. The thread starts
 * with the first picture, and a lost one is replaced with the next. `longest`: milliseconds that one picture may take.
 */
export function createDrawer(script: URL, longest = LONGEST): Draw {
  let thread: Thread | null = null;
  let lastId = 0;

  function start(): Thread {
    const worker = new Worker(script);
    const started: Thread = { worker, waiting: new Map(), idle: undefined };
    const lost = (why: Error) => {
      if (thread === started) thread = null;
      clearTimeout(started.idle);
      for (const { reject } of started.waiting.values()) reject(why);
      started.waiting.clear();
    };
    worker.unref();
    worker.on('message', (drawn: Drawn) => {
      const asked = started.waiting.get(drawn.id);
      started.waiting.delete(drawn.id);
      if ('png' in drawn) asked?.resolve(Buffer.from(drawn.png));
      else asked?.reject(new Error(drawn.why));
      if (started.waiting.size === 0) started.idle = setTimeout(() => void worker.terminate(), IDLE).unref();
    });
    worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => lost(new Error('the drawing thread ended')));
    return started;
  }

  return (svg) => {
    thread ??= start();
    const { worker, waiting, idle } = thread;
    if (waiting.size >= MOST_WAITING) return Promise.reject(new Error('too many pictures are waiting'));
    clearTimeout(idle);
    lastId += 1;
    const call: DrawCall = { id: lastId, svg, width: WIDTH };
    return new Promise<Buffer>((resolve, reject) => {
      const late = setTimeout(() => void worker.terminate(), longest);
      const settled = (settle: () => void) => {
        clearTimeout(late);
        settle();
      };
      waiting.set(call.id, {
        resolve: (png) => settled(() => resolve(png)),
        reject: (why) => settled(() => reject(why)),
      });
      worker.postMessage(call);
    });
  };
}

/** Draws on the one thread for pictures of this process. */
export const drawPng = createDrawer(new URL('./draw-worker.js', import.meta.url));
