// A drawing thread that never ends with a picture of the word "stuck", dies of the word "die", and draws nothing else.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, svg }) => {
  if (svg === 'stuck') for (;;);
  if (svg === 'die') process.exit(1);
  parentPort.postMessage({ id, png: new Uint8Array([1]) });
});
