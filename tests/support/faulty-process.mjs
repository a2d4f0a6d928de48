// Loaded into the bot's process before the bot: lets a test do to it from outside what befalls a process. SIGUSR2 kills its search
// thread; each SIGHUP puts its clock back by a day, then forward by two.
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const started = [];
threads.Worker = class extends threads.Worker {
  constructor(script, options) {
    super(script, options);
    if (String(script).endsWith('archive/worker.js')) started.push(this);
  }
};
syncBuiltinESMExports();
process.on('SIGUSR2', () => started.at(-1)?.terminate());

const DAY = 24 * 60 * 60_000;
const now = Date.now;
let wrong = 0;
Date.now = () => now() + wrong;
process.on('SIGHUP', () => {
  wrong = wrong < 0 ? DAY : -DAY;
});
