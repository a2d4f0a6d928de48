import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Questions asked before any is timed. */
export const WARM_UP = 20;
/** A file touched later than so many milliseconds ago is not yet trusted to be settled, and the archive would read it once more. */
export const SETTLED = 2100;
export const MB = 1024 * 1024;

/** How long work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Of times in milliseconds. */
export function quantiles(times: readonly number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const perSecond = (1000 * sorted.length) / sorted.reduce((sum, time) => sum + time, 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond };
}

/** Of a folder with all that is in it, in MB. */
export async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size / MB, 0);
}

/** Memory of this process now, and the most it has been, in MB. */
export const memoryNow = () => process.memoryUsage.rss() / MB;
export const memoryPeak = () => process.resourceUsage().maxRSS / 1024;
