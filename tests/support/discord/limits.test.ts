import { describe, expect, test } from 'vitest';
import type { JsonObject } from './json.js';
import { choiceFlaws, commandListFlaws } from './limits-commands.js';
import { isEmpty, isTooHeavy, messageFlaws } from './limits-message.js';

const V2 = 32768;
const x = (count: number) => 'x'.repeat(count);
const text = (content: string): JsonObject => ({ type: 10, content });
const button = (n: number, more: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 1,
  label: `${n}`,
  custom_id: `b${n}`,
  ...more,
});
const row = (...components: JsonObject[]): JsonObject => ({ type: 1, components });
const range = (count: number) => Array.from({ length: count }, (_, n) => n);
const box = (...components: JsonObject[]): JsonObject => ({ type: 17, components });
const v2 = (...components: JsonObject[]): JsonObject => ({ flags: V2, components });

/** The codes of what is wrong with a new message, each with its place. */
function codes(body: JsonObject): string[] {
  return messageFlaws(body, { kind: 'create', files: [], maxFile: 1 }).map(
    ({ path, code }) => `${path.join('.')} ${code}`,
  );
}

describe('a message at a limit is taken, one past it is not', () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    ['content', { content: x(2000) }, { content: x(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    [
      'content in code points',
      { content: '😀'.repeat(2000) },
      { content: '😀'.repeat(2001) },
      'content BASE_TYPE_MAX_LENGTH',
    ],
    [
      'text in all',
      v2(text(x(2000)), text(x(2000))),
      v2(text(x(2000)), text(x(2001))),
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'components in all',
      v2(box(...range(39).map(() => text('x')))),
      v2(box(...range(40).map(() => text('x')))),
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'buttons in a row',
      v2(row(...range(5).map((n) => button(n)))),
      v2(row(...range(6).map((n) => button(n)))),
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'label',
      v2(row(button(1, { label: x(80) }))),
      v2(row(button(1, { label: x(81) }))),
      'components.0.components.0.label BASE_TYPE_BAD_LENGTH',
    ],
    [
      'custom_id',
      v2(row(button(1, { custom_id: x(100) }))),
      v2(row(button(1, { custom_id: x(101) }))),
      'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ],
    [
      'custom_id once',
      v2(row(button(1), button(2))),
      v2(row(button(1), button(1))),
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'id once',
      v2({ ...text('a'), id: 7 }, { ...text('b'), id: 8 }),
      v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }),
      'components.1.id COMPONENT_ID_DUPLICATED',
    ],
    [
      'rows without the flag',
      { components: range(5).map((n) => row(button(n))) },
      { components: range(6).map((n) => row(button(n))) },
      'components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'text without the flag',
      v2(text('x')),
      { components: [text('x')] },
      'components.0.type UNION_TYPE_CHOICES',
    ],
    [
      'content with the flag',
      v2(text('x')),
      { ...v2(text('x')), content: 'y' },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['empty text', v2(text('x')), v2(text(' ')), 'components.0.content BASE_TYPE_REQUIRED'],
    [
      'a box in a box',
      v2(box(text('x'))),
      v2(box(box(text('x')))),
      'components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    [
      'link',
      v2(row({ type: 2, style: 5, label: 'l', url: 'https://a.test' })),
      v2(row({ type: 2, style: 5, label: 'l', url: 'ftp://a.test' })),
      'components.0.components.0.url URL_TYPE_INVALID_SCHEME',
    ],
    ['flags', { content: 'x', flags: 64 }, { content: 'x', flags: 128 }, 'flags BITFIELD_NOT_ALLOWED'],
    [
      'embeds',
      { embeds: [{ description: x(4096) }] },
      { embeds: [{ description: x(4097) }] },
      'embeds.0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      'mentions',
      { content: 'x', allowed_mentions: { parse: [], users: ['1'] } },
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ])('%s', (_, good, bad, flaw) => {
    expect(codes(good)).toEqual([]);
    expect(codes(bad)).toContain(flaw);
  });

  test('a message of nothing is empty', () => {
    expect(isEmpty({ content: ' \n' }, [])).toBe(true);
    expect(isEmpty({ components: [text('x')] }, [])).toBe(false);
  });

  test('text that weighs too much in UTF-8 is too heavy, though its characters are few enough', () => {
    expect(isTooHeavy(v2(text('字'.repeat(3386))))).toBe(false);
    expect(isTooHeavy(v2(text('字'.repeat(3387))))).toBe(true);
    expect(codes(v2(text('字'.repeat(4000))))).toEqual([]);
  });

  test('an edit may add the components flag, but only to a message without content', () => {
    const edit = (content: string, body: JsonObject) =>
      messageFlaws(body, { kind: 'edit', files: [], maxFile: 1, now: { flags: 0, content, embeds: 0 } }).map(
        ({ code }) => code,
      );
    expect(edit('', v2(text('x')))).toEqual([]);
    expect(edit('old', v2(text('x')))).toEqual(['MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2']);
    expect(edit('old', { ...v2(text('x')), content: null })).toEqual([]);
  });
});

describe('choices and commands', () => {
  test('at most 25 choices, with names of 1 to 100 characters', () => {
    const choices = (count: number, name: string) => range(count).map((n) => ({ name, value: `${n}` }));
    expect(choiceFlaws(choices(25, x(100)))).toEqual([]);
    expect(choiceFlaws(choices(26, 'x'))).toMatchObject([{ path: [], code: 'BASE_TYPE_MAX_LENGTH' }]);
    expect(choiceFlaws(choices(1, x(101)))).toMatchObject([{ path: ['0', 'name'] }]);
    expect(choiceFlaws(choices(1, ''))).toMatchObject([{ path: ['0', 'name'] }]);
    expect(choiceFlaws([{ name: 'x', value: 'text' }], 4)).toMatchObject([{ code: 'NUMBER_TYPE_COERCE' }]);
  });

  test.each<[string, JsonObject]>([
    ['capitals', { name: 'Ask', description: 'd' }],
    ['a blank', { name: 'ask me', description: 'd' }],
    ['no description', { name: 'ask' }],
    ['a long description', { name: 'ask', description: x(101) }],
    [
      'a required option after one that is not',
      {
        name: 'ask',
        description: 'd',
        options: [
          { type: 3, name: 'a', description: 'd' },
          { type: 3, name: 'b', description: 'd', required: true },
        ],
      },
    ],
    [
      'two options of one name',
      {
        name: 'ask',
        description: 'd',
        options: [
          { type: 3, name: 'a', description: 'd' },
          { type: 3, name: 'a', description: 'd' },
        ],
      },
    ],
  ])('a command with %s is refused', (_, command) => {
    expect(commandListFlaws([{ name: 'ask', description: 'd' }])).toEqual([]);
    expect(commandListFlaws([command])).not.toEqual([]);
  });
});
