import { ComponentType } from 'discord.js';
import { z } from 'zod';
import type { Words } from '../words/words.js';
import { shorten } from './cut.js';
import { unescapeMarkdown } from './escape.js';
import type { RawOption } from './options.js';
import { small, text } from './view.js';

/**
 * Which text of a message holds which option, by component id, so that a page can be turned after a restart.
 * The numbers are high because Discord hands out low ones itself.
 */
const IDS = {
  question: 9001,
  person: 9002,
  publication: 9003,
  from: 9004,
  to: 9005,
  about: 9006,
  name: 9007,
  title: 9008,
  topic: 9009,
} as const;
/** Bytes that each may take: what the longest value that a command accepts needs once escaped. */
const ROOM = {
  question: 1300,
  person: 420,
  publication: 420,
  from: 30,
  to: 30,
  about: 820,
  name: 420,
  topic: 820,
  title: 300,
} as const;
/** An option that is read back from the message. */
export type Remembered = keyof typeof IDS;
const NAMES = new Map<number, string>(Object.entries(IDS).map(([name, id]) => [id, name]));

const HEADING = '### ';
// In any language: French puts a space before the colon, one that does not break.
const LABELLED = /^-# [\p{L}’ \u00a0]{1,20}: /u;

/** The option as the message's heading. The value is one line of any text. */
export function headingOf(option: Remembered, value: string) {
  return text(HEADING + shorten(value, ROOM[option]), IDS[option]);
}

/** The option as a small line: "Publication: London Defender". */
export function lineOf(option: Remembered, value: string, label: string, { labelled }: Words) {
  return text(small(labelled(label, shorten(value, ROOM[option]))), IDS[option]);
}

/** The filters that are set, a small line each. */
export function filterLines(values: { [option in Remembered]?: string }, words: Words) {
  const order = ['name', 'about', 'person', 'publication', 'from', 'to'] as const;
  return order.flatMap((option) => {
    const value = values[option];
    return value === undefined ? [] : [lineOf(option, value, words.filters[option], words)];
  });
}

const TextSchema = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: z.int(),
  content: z.string().max(4000),
});
const ContainerSchema = z.object({ components: z.array(z.unknown()).max(40) });

/** The options that a message of ours shows, as untrusted as if a person had just typed them. */
export function readBack(components: readonly unknown[]): RawOption[] {
  const options: RawOption[] = [];
  for (const component of components.slice(0, 40)) {
    const container = ContainerSchema.safeParse(component);
    for (const part of container.success ? container.data.components : []) {
      const found = TextSchema.safeParse(part);
      const name = found.success ? NAMES.get(found.data.id) : undefined;
      if (name && found.success) options.push({ name, value: shownValue(found.data.content) });
    }
  }
  return options;
}

function shownValue(content: string): string {
  const value = content.startsWith(HEADING) ? content.slice(HEADING.length) : content.replace(LABELLED, '');
  return unescapeMarkdown(value);
}
