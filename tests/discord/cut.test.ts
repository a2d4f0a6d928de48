import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutToFit, shorten } from '../../src/discord/cut.js';
import { bytes } from '../../src/discord/limits.js';
import type { Span } from '../../src/text/span.js';
import { anyText } from './made-up.js';

const TEXT = 'The bridge is old. It will close on Monday for repairs. Buses will stop at the mill.';
const KEEP = { start: TEXT.indexOf('It will'), end: TEXT.indexOf('Buses') - 1 };
const plainCost = ({ start, end }: Span) => end - start;

describe('cutting a text to fit', () => {
  test('keeps all of a text that fits', () => {
    expect(cutToFit(TEXT, KEEP, 500, plainCost)).toEqual({ start: 0, end: TEXT.length });
  });

  test('cuts at both ends, on words, around what must stay', () => {
    const { start, end } = cutToFit(TEXT, KEEP, 58, plainCost);
    expect(TEXT.slice(start, end)).toBe('is old. It will close on Monday for repairs. Buses will');
  });

  test('cuts what must stay at its own end only, where it alone is too long', () => {
    const { start, end } = cutToFit(TEXT, KEEP, 20, plainCost);
    expect(TEXT.slice(start, end)).toBe('It will close on');
  });

  test('cuts between the words of a script without spaces', () => {
    const text = '橋は古い。'.repeat(20);
    const { end } = cutToFit(text, { start: 0, end: text.length }, 60, ({ start, end }) =>
      bytes(text.slice(start, end)),
    );
    expect(end).toBeGreaterThan(10);
    expect(end).toBeLessThanOrEqual(20);
  });

  test('never costs more than the room, and keeps what must stay where there is room for it', () => {
    const spans = anyText(3000).chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.nat(text.length),
        fc.nat(text.length),
        fc.integer({ min: 60, max: 4000 }),
      ),
    );
    fc.assert(
      fc.property(spans, ([text, a, b, room]) => {
        const keep = { start: Math.min(a, b), end: Math.max(a, b) };
        const cost = ({ start, end }: Span) =>
          bytes(text.slice(start, end)) + (start > 0 ? 3 : 0) + (end < text.length ? 3 : 0);
        const span = cutToFit(text, keep, room, cost);
        expect(cost(span)).toBeLessThanOrEqual(room);
        if (keep.end - keep.start <= room && cost(keep) <= room) {
          expect(span.start).toBeLessThanOrEqual(keep.start);
          expect(span.end).toBeGreaterThanOrEqual(keep.end);
        } else {
          expect(span.start).toBe(keep.start);
        }
      }),
    );
  });
});

describe('shortening to one line', () => {
  test('marks the cut', () => {
    expect(shorten('The bridge at Wickhollow', 16)).toBe('The bridge at…');
  });

  test('stays within its room for any text', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 30, max: 500 }), (text, room) => {
        const line = shorten(text, room);
        expect(bytes(line)).toBeLessThanOrEqual(room);
        expect(line).not.toContain('\n');
      }),
    );
  });
});
