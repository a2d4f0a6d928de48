import type { Turning } from './command.js';

/**
 * What `ask` gives for the page of a turning, with the page before, so that it can be measured too, and the one after; the first
 * page where the turning's is no longer there, since the archive has shrunk. `most` is how many items a page has at most.
 */
export async function lookUpPage<Result extends { total: number }>(
  turning: Turning,
  most: number,
  ask: (part: { offset: number; limit: number }) => Promise<Result>,
): Promise<{ found: Result; turning: Turning }> {
  const page = (at: number) => ask({ offset: Math.max(0, at - most), limit: 2 * most });
  const found = await page(turning.at);
  if (turning.at === 0 || turning.at < found.total) return { found, turning };
  return { found: await page(0), turning: { ...turning, at: 0 } };
}
