// A snapshot thread that misbehaves on request: `articles` is answered, `status` throws, `madeFrom` never ends, `people` dies, `person` takes all memory.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, name }) => {
  if (name === 'articles') parentPort.postMessage({ type: 'result', id, value: [] });
  if (name === 'status')
    parentPort.postMessage({ type: 'error', id, message: 'a defect', stack: 'its stack' });
  if (name === 'madeFrom') for (;;);
  if (name === 'people') process.exit(1);
  if (name === 'person')
    for (const held = []; ; ) held.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
});
parentPort.postMessage({ type: 'ready' });
