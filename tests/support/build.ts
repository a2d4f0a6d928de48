import { execFileSync } from 'node:child_process';

/** Builds `dist` once before the tests, so that worker threads and child processes run today's code. */
export function setup() {
  execFileSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
