import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, measure } from '../../../src/discord/limits.js';
import { answerView } from '../../../src/discord/render/answer.js';
import { evidenceView } from '../../../src/discord/render/evidence.js';
import { helpView } from '../../../src/discord/render/help.js';
import { peopleView } from '../../../src/discord/render/people.js';
import { profileView } from '../../../src/discord/render/profile.js';
import { quotesView } from '../../../src/discord/render/quotes.js';
import { reloadView } from '../../../src/discord/render/reload.js';
import { timelineView } from '../../../src/discord/render/timeline.js';
import type { View } from '../../../src/discord/view.js';
import { en } from '../../../src/words/en.js';
import {
  anyAnswer,
  anyPeople,
  anyProfile,
  anyQuotes,
  anyReport,
  anyText,
  anyTimeline,
  turning,
} from '../made-up.js';

function expectFits({ components }: View) {
  const size = measure(components);
  expect(size.text).toBeLessThanOrEqual(LIMITS.text);
  expect(size.components).toBeLessThanOrEqual(LIMITS.components);
  expect(size.customId).toBeLessThanOrEqual(LIMITS.customId);
  const customIds = JSON.stringify(components).match(/"custom_id":"[^"]*"/g) ?? [];
  expect(new Set(customIds).size).toBe(customIds.length);
  const empty = components.flatMap((container) =>
    container.components
      .flatMap((part) => ('accessory' in part ? part.components : [part]))
      .filter((part) => 'content' in part && part.content.trim() === ''),
  );
  expect(empty).toEqual([]);
}

describe('every message is within Discord’s limits', () => {
  test('for any answer, at any page', () => {
    fc.assert(
      fc.property(anyAnswer, fc.nat(6), fc.option(fc.constant('elsewhere')), (answer, at, since) => {
        expectFits(answerView(answer, { ...turning, at, since }, en));
      }),
      { numRuns: 300 },
    );
  });

  test('for any quotations, at any page', () => {
    fc.assert(
      fc.property(anyQuotes, fc.nat(9), fc.option(fc.constant('elsewhere')), (result, at, since) => {
        expectFits(quotesView(result, { ...turning, at, since }, en));
      }),
      { numRuns: 300 },
    );
  });

  test('for the evidence of any quotation', () => {
    fc.assert(
      fc.property(anyQuotes, fc.option(fc.constant('elsewhere')), (result, since) => {
        expectFits(evidenceView(result.quotations[0] ?? null, result.snapshot, { ...turning, since }, en));
      }),
      { numRuns: 300 },
    );
  });

  test('for any list of people, at any page', () => {
    fc.assert(
      fc.property(anyPeople, fc.nat(20), (result, at) =>
        expectFits(peopleView(result, { ...turning, at }, en)),
      ),
      { numRuns: 300 },
    );
  });

  test('for any person, at any page', () => {
    fc.assert(
      fc.property(anyProfile, anyText(100), fc.nat(20), (result, typed, at) =>
        expectFits(profileView(result, typed || 'x', { ...turning, at }, en)),
      ),
      { numRuns: 300 },
    );
  });

  test('for any reload', () => {
    fc.assert(fc.property(anyReport, (report) => expectFits(reloadView(report, en))));
  });

  const anyChart = fc.constantFrom(null, { png: Buffer.from('png') }, { failure: '0123abcd' });
  test('for any timeline, at any page, with or without its chart', () => {
    fc.assert(
      fc.property(anyTimeline, fc.nat(9), anyChart, ({ ...result }, at, chart) => {
        const view = timelineView(result, { ...turning, at }, en, chart);
        expectFits(view);
        for (const { description = '' } of view.files ?? [])
          expect(description.length).toBeLessThanOrEqual(1024);
      }),
      { numRuns: 300 },
    );
  });

  test('for any help, at any page', () => {
    const anyEntry = fc.record({
      name: anyText(100),
      description: fc.option(anyText(300)),
      example: fc.option(anyText(2000)),
      kind: fc.constantFrom('everybody' as const, 'message' as const, 'admin' as const),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 40 }), fc.nat(40), (entries, at) =>
        expectFits(helpView(entries, { articles: at, snapshot: 's' }, { ...turning, at }, en)),
      ),
      { numRuns: 300 },
    );
  });
});
