// A snapshot thread that misbehaves on request: `articles` is answered, `status` throws, `madeFrom` never ends, `people` dies.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, name }) => {
  if (name === 'articles') parentPort.postMessage({ type: 'result', id, value: [] });
  if (name === 'status')
    parentPort.postMessage({ type: 'error', id, message: 'a defect', stack: 'its stack' });
  if (name === 'madeFrom') for (;;);
  if (name === 'people') process.exit(1);
});
parentPort.postMessage({ type: 'ready' });
