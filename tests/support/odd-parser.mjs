import { parentPort } from 'node:worker_threads';

// Stands in for the program that parses files: the name says what becomes of it.
parentPort.on('message', ({ name }) => {
  if (name === 'endless') for (;;);
  if (name === 'dies') process.exit(1);
  if (name === 'throws') throw new Error('a defect');
  if (name === 'hungry')
    for (const held = []; ; ) held.push(new Array(1000).fill({}).map((_, index) => ({ index })));
  parentPort.postMessage({ articles: [], problems: [], name });
});
