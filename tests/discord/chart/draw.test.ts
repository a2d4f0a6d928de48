import { describe, expect, test } from 'vitest';
import { createDrawer } from '../../../src/discord/chart/draw.js';

// The built thread, as it runs for a user.
const draw = createDrawer(new URL('../../../dist/src/discord/chart/draw-worker.js', import.meta.url));
const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text y="15" font-family="Inter">Ag</text></svg>';

describe('drawing a picture', () => {
  test('gives a PNG of the width asked for, with letters where there are no fonts', async () => {
    const png = await draw(SQUARE);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([840, 420]);
    const empty = await draw(SQUARE.replace('Ag', ''));
    expect(png.length).toBeGreaterThan(empty.length + 200);
  });

  test('says why something cannot be drawn, and goes on', async () => {
    await expect(draw('no svg')).rejects.toThrow(/unknown|error|failed|svg/i);
    expect((await draw(SQUARE)).length).toBeGreaterThan(100);
  });

  test('gives up a picture that never ends, and draws the next on another thread', async () => {
    const slow = createDrawer(new URL('../../support/stuck-drawer.mjs', import.meta.url), 300);
    await expect(slow('stuck')).rejects.toThrow('the drawing thread ended');
    expect(await slow('any')).toEqual(Buffer.from([1]));
    await expect(slow('die')).rejects.toThrow('the drawing thread ended');
    expect(await slow('any')).toEqual(Buffer.from([1]));
  });

  test('refuses where the thread cannot be started at all', async () => {
    const broken = createDrawer(new URL('../../support/no-such-file.mjs', import.meta.url));
    await expect(broken(SQUARE)).rejects.toThrow();
  });
});
