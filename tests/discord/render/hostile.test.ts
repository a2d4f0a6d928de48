import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Turning } from '../../../src/discord/command.js';
import { plainLine } from '../../../src/discord/cut.js';
import { answerView } from '../../../src/discord/render/answer.js';
import { evidenceView } from '../../../src/discord/render/evidence.js';
import { helpView } from '../../../src/discord/render/help.js';
import { peopleView } from '../../../src/discord/render/people.js';
import { profileView } from '../../../src/discord/render/profile.js';
import { quotesView } from '../../../src/discord/render/quotes.js';
import { reloadView } from '../../../src/discord/render/reload.js';
import { safeUrl } from '../../../src/discord/render/source.js';
import { timelineView } from '../../../src/discord/render/timeline.js';
import { verificationView } from '../../../src/discord/render/verify.js';
import type { View } from '../../../src/discord/view.js';
import { wordsFor } from '../../../src/words/words.js';
import { anyVerification } from '../any-verification.js';
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

const anyWords = fc.constantFrom(wordsFor('en-GB'), wordsFor('fr'));
const anyTurning: fc.Arbitrary<Turning> = fc
  .tuple(fc.nat(9), fc.option(fc.constant('elsewhere')))
  .map(([at, since]) => ({ ...turning, at, since }));

const anyEntry = fc.record({
  name: anyText(100),
  description: fc.option(anyText(300)),
  example: fc.option(anyText(600)),
  kind: fc.constantFrom('everybody' as const, 'message' as const, 'admin' as const),
});

/** Every view of the bot over hostile data, with that data. */
const anyShown: fc.Arbitrary<{ view: View; data: unknown }> = fc
  .tuple(anyTurning, anyWords)
  .chain(([at, words]) => {
    const shown = <Data>(any: fc.Arbitrary<Data>, draw: (data: Data) => View) =>
      any.map((data) => ({ view: draw(data), data }));
    return fc.oneof(
      shown(anyAnswer, (data) => answerView(data, at, words)),
      shown(anyQuotes, (data) => quotesView(data, at, words)),
      shown(anyQuotes, (data) => evidenceView(data.quotations[0] ?? null, data.snapshot, at, words)),
      shown(anyPeople, (data) => peopleView(data, at, words)),
      shown(anyProfile, (data) => profileView(data, data.query.person ?? 'x', at, words)),
      shown(anyReport, (data) => reloadView(data, words)),
      shown(anyTimeline, (data) => timelineView(data, at, words, { png: Buffer.from('png') })),
      shown(anyVerification, (data) => verificationView(data, at, words)),
      shown(fc.array(anyEntry, { minLength: 1, maxLength: 9 }), (data) =>
        helpView(data, { articles: 1, snapshot: 's' }, at, words),
      ),
    );
  });

/** Every markdown text of a message; and what is shown as it is: labels and descriptions. */
function textsOf(node: unknown): { markdown: string[]; plain: string[] } {
  const found = { markdown: [] as string[], plain: [] as string[] };
  const walk = (each: unknown): void => {
    if (typeof each !== 'object' || each === null || Buffer.isBuffer(each)) return;
    for (const [key, value] of Object.entries(each)) {
      if (typeof value !== 'string') walk(value);
      else if (key === 'content') found.markdown.push(value);
      else if (key === 'label' || key === 'description') found.plain.push(value);
    }
  };
  walk(node);
  return found;
}

/** The addresses of all articles in the data, as they may be linked. */
function addressesIn(data: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (/url$/i.test(key) && typeof value === 'string') {
      const url = safeUrl(value);
      if (url) found.add(url);
    }
    return value;
  });
  return found;
}

// As Discord reads: a backslash takes the next character out of play, code is shown as it is, and then links are looked for.
const LINK = /\[((?:[^[\]])*)\]\((\S+?)\)/g;
const inPlay = (markdown: string) =>
  markdown.replace(/\\[^0-9A-Za-z\s]/g, '\u0001').replace(/`[^`\n]*`/g, '\u0002');

const bare = (url: string) => url.replace(/#$/, '');

const run = (check: (shown: { view: View; data: unknown }) => void) =>
  fc.assert(fc.property(anyShown, check), { numRuns: 600 });

describe('whatever articles, names and questions hold, a message', () => {
  test('mentions nobody, and links to nothing but the articles’ own addresses', () => {
    run(({ view, data }) => {
      const addresses = addressesIn(data);
      for (const markdown of textsOf(view).markdown) {
        const rest = inPlay(markdown).replace(LINK, (_, __, url: string) => {
          expect(url).toMatch(/^https?:\/\/[^/@\s]+(?:\/|$)/);
          // What follows ":~:" only says which words of the page to go to.
          const [address = ''] = url.split(':~:');
          expect([...addresses].map(bare)).toContain(bare(address));
          return '';
        });
        expect(rest).not.toMatch(/[<@]|:\/\/|\]\(|discord(?:app)?\.(?:gg|com)\//i);
      }
    });
  });

  test('has no invisible character that acts, no direction left open, and no heap of marks', () => {
    run(({ view }) => {
      const { markdown, plain } = textsOf(view);
      for (const text of [...markdown, ...plain]) {
        expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066\u2067]/u);
        expect(text).not.toMatch(/\p{M}{7}/u);
        for (const line of text.split('\n')) expect(openIsolates(line)).toBe(0);
      }
      for (const label of plain) expect(label).not.toContain('\n');
    });
  });

  test('has no code, spoiler or heading but ours', () => {
    run(({ view }) => {
      for (const markdown of textsOf(view).markdown) {
        expect(inPlay(markdown)).not.toMatch(/`|\|\||^(?:> |- )?#(?!## )/m);
        expect(inPlay(markdown).match(/^### /gm)?.length ?? 0).toBeLessThanOrEqual(1);
      }
    });
  });

  test('brings no picture from elsewhere', () => {
    run(({ view }) => {
      const media = JSON.stringify(view.components).matchAll(/"media":\{"url":"([^"]*)"/g);
      for (const [, url] of media) expect(url).toBe('attachment://timeline.png');
      for (const { components } of view.components)
        for (const { type } of components)
          expect([
            ComponentType.TextDisplay,
            ComponentType.Separator,
            ComponentType.ActionRow,
            ComponentType.Section,
            ComponentType.MediaGallery,
          ]).toContain(type);
    });
  });
});

test('plain lines, as labels and choices show them, are cleaned too', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      expect(plainLine(text, 80)).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{M}{7}/u);
    }),
  );
});

/** How many isolates of a line are open at its end; -1 where one is closed that none opened. */
function openIsolates(line: string): number {
  let depth = 0;
  for (const character of line) {
    if (character === '\u2068') depth++;
    if (character === '\u2069') depth--;
    if (depth < 0) return depth;
  }
  return depth;
}
