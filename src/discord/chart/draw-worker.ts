import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

// Runs in a worker thread: draws one SVG after another. Servers have no fonts, so it brings its own.
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf');

/** To the thread. */
export type DrawCall = { id: number; svg: string; width: number };
/** From the thread: a PNG, or why there is none. */
export type Drawn = { id: number; png: Uint8Array } | { id: number; why: string };

const port = parentPort;
if (!port) throw new Error('src/discord/chart/draw-worker.ts runs only as a worker thread');
port.on('message', ({ id, svg, width }: DrawCall) => {
  const post = (drawn: Drawn) => port.postMessage(drawn);
  try {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: 'Inter' },
    });
    post({ id, png: picture.render().asPng() });
  } catch (error) {
    post({ id, why: error instanceof Error ? error.message : String(error) });
  }
});
