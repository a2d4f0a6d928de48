import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { en } from '../../src/words/en.js';
import { TRANSLATIONS, wordsFor } from '../../src/words/words.js';

/** The keys of everything in `words`, deep, with what stands there: text, or a function of so many values. */
function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): string[] => {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'function') return [`${at}: a function of ${value.length}`];
    return typeof value === 'object' && value !== null ? keysOf(value, at) : [`${at}: ${typeof value}`];
  });
}

type Described = {
  description_localizations?: Readonly<Partial<Record<string, string | null>>> | null | undefined;
  options?: readonly Described[] | undefined;
};

/** A command with its options, its sub-commands, and theirs. */
function described(part: Described): Described[] {
  return [part, ...(part.options ?? []).flatMap(described)];
}

/** All that stands in `words` as text. */
function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsOf(value) : [],
  );
}

/** The same with what its functions give, as far as they take these values. */
function saidBy(words: object): string[] {
  const values = [Array(4).fill(2), Array(4).fill('x'), [['x'], 'x', 'x', 'x']];
  return Object.values(words).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'object' && value !== null) return saidBy(value);
    if (typeof value !== 'function') return [];
    return values.flatMap((some) => {
      try {
        return [String(Reflect.apply(value, undefined, some))];
      } catch {
        return [];
      }
    });
  });
}

test('French breaks no line before a colon or the like, nor inside its quotation marks', () => {
  const said = saidBy(wordsFor('fr'));
  expect(said.filter((text) => /[\u00a0\u202f]/.test(text)).length).toBeGreaterThan(50);
  expect(said.filter((text) => / [:;!?»]|« /.test(text))).toEqual([]);
});

test('apostrophes are typographic', () => {
  const said = [en, ...TRANSLATIONS.map(({ words }) => words)].flatMap(saidBy);
  expect(said.filter((text) => text.includes('’')).length).toBeGreaterThan(50);
  expect(said.filter((text) => /\p{L}'/u.test(text))).toEqual([]);
});

test('French has an ordinal for the first day of a month alone', () => {
  const { date } = wordsFor('fr');
  expect(['2022-01-01', '2022-01-11', '2022-01-21'].map(date)).toEqual([
    '1er janvier 2022',
    '11 janvier 2022',
    '21 janvier 2022',
  ]);
});

describe.each(TRANSLATIONS)('$locale', ({ words }) => {
  test('has every key of English and no other', () => {
    expect(keysOf(words).sort()).toEqual(keysOf(en).sort());
  });

  test('leaves nothing empty', () => {
    expect(textsOf(words).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('is another language: hardly anything is as in English', () => {
    const english = new Set(textsOf(en));
    const same = textsOf(words).filter((text) => english.has(text));
    expect(same.length).toBeLessThan(textsOf(words).length / 20);
  });
});

test('a reader of another language reads English', () => {
  expect(wordsFor('fr')).not.toBe(en);
  expect(wordsFor('en-US')).toBe(en);
  expect(wordsFor('ja')).toBe(en);
  expect(wordsFor('constructor')).toBe(en);
});

test('Discord is told what each command and option does in every language', () => {
  for (const { definition } of commands) {
    if (!('description' in definition)) continue;
    for (const { description_localizations: translated } of described(definition)) {
      for (const { locale } of TRANSLATIONS) {
        const text = translated?.[locale] ?? '';
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(100);
      }
    }
  }
});
