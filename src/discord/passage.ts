import type { Archive, ArticleResult } from '../archive/archive.js';
import { type Place, placeOf } from '../archive/place.js';
import type { ArticleRef } from '../articles/article.js';
import { PARAGRAPH_BREAK, type Slice, type Span } from '../text/span.js';
import type { Words } from '../words/words.js';
import type { Turning } from './command.js';
import { readPlace, snapshotDigest, writeCustomId, writePlace } from './custom-id.js';
import { bytes } from './limits.js';
import { type Button, buttonRow, section, text } from './view.js';

/** Words of an article, as a button carries them. */
export type PassageRef = { article: string; place: Place };

/** The words that a pressed button is about, or null. */
export function passageOf({ choice, item }: Pick<Turning, 'choice' | 'item'>): PassageRef | null {
  const place = item === null ? null : readPlace(item);
  return place && choice !== null ? { article: choice, place } : null;
}

/** Words of an article as they are shown, and the small lines below: where they stand, and what else is known. Markdown. */
export type Block = { words: string; below: string };

/** What a block takes of a message's text, with its button. */
export function blockSize({ words, below }: Block, { context }: Words): number {
  return bytes(words) + bytes(below) + bytes(context.more);
}

/** Bytes that words have at least where they need so many, whatever stands above and below them. */
export const LEAST_WORDS = 250;

/**
 * The block of a message's text with `room` bytes for it: the fullest of the lines below that leave its words enough, of `ways` from the
 * fullest to the barest. `draw` writes the words in so many bytes; a block is no longer than `wanted` where that leaves them enough too.
 */
export function fullestBlock(
  ways: readonly (readonly string[])[],
  { room, wanted = room }: { room: number; wanted?: number },
  words: Words,
  draw: (room: number) => string,
): Block {
  const blocks = ways.map((lines) => ({ words: '', below: lines.join('\n') }));
  const leaves = (block: Block) => room - blockSize(block, words);
  const least = bytes(draw(LEAST_WORDS));
  const block = blocks.find((one) => leaves(one) >= least) ?? blocks.at(-1) ?? { words: '', below: '' };
  const most = Math.max(LEAST_WORDS, wanted - blockSize(block, words));
  return { ...block, words: draw(Math.min(leaves(block), most)) };
}

/**
 * What is shown of words, with the button that opens more about them: what stands around them, who said them, how to cite them. The
 * button takes its width from the words alone: the lines below are long, and a telephone is narrow.
 */
export function withMore(
  { words: content, below }: Block,
  { article, slice }: { article: ArticleRef; slice: Slice },
  { owner }: Turning,
  snapshot: string,
  { context }: Words,
) {
  const passage = { article: article.id, place: placeOf(article.id, slice) };
  const customId = passageId('more', passage, slice.start, owner, snapshot);
  const beside = section(content, { label: context.more, customId, disabled: false });
  return below ? [beside, text(below)] : [beside];
}

/** The custom id of a button about words of an article; `at` is what `command` makes of it. */
export function passageId(
  command: string,
  { article, place }: PassageRef,
  at: number,
  owner: string,
  snapshot: string,
): string {
  return writeCustomId({
    command,
    at,
    owner,
    private: true,
    snapshot: snapshotDigest(snapshot),
    choice: article,
    item: writePlace(place),
  });
}

/** Opened words as a button carries them. */
export function refOf({ article, words }: Opened): PassageRef {
  return { article: article.id, place: placeOf(article.id, words) };
}

/** The ways to look at words, by the openers that show them. */
const TABS = ['context', 'proof', 'cite'] as const;
export type Tab = (typeof TABS)[number];

/** The row that leads from one way to look at words to the others; `proof` only where a speaker is known. */
export function tabRow(current: Tab, opened: Opened, { owner }: Turning, words: Words) {
  const labels = { context: words.context.button, proof: words.evidence.button, cite: words.cite.button };
  const tabs = TABS.filter((tab) => tab !== 'proof' || provenBy(opened));
  return buttonRow(
    tabs.map((tab): Button => {
      const at = tab === 'cite' ? 0 : opened.words.start;
      const customId = passageId(tab, refOf(opened), at, owner, opened.result.snapshot);
      return { label: labels[tab], customId, disabled: tab === current };
    }),
  );
}

/** Words found again, with the part of their article that was asked for. */
export type Opened = {
  result: ArticleResult;
  article: ArticleRef;
  /** The words as they stand now. */
  words: Slice;
};

/** The quotation that shows whose the words are: their own, else the first in them where one person said all that they quote. */
export function provenBy(opened: Opened) {
  const { result, words } = opened;
  const inside = result.quotations.filter(({ start, end }) => start < words.end && end > words.start);
  const speakers = new Set(inside.map(({ speaker }) => speaker?.name));
  return saidIn(opened) ?? (speakers.size === 1 ? inside.find(({ speaker }) => speaker !== null) : undefined);
}

/** The quotation that the words are, or are a part of, where its speaker is known. */
export function saidIn({ result, words }: Opened) {
  return result.quotations.find(
    ({ start, end, speaker }) => speaker !== null && start <= words.start && end >= words.end,
  );
}

/**
 * The words of a pressed button, where they stand now; null where they are nowhere any more. `around` says, by where they begin, which
 * part of the article is wanted beside their own paragraphs.
 */
export async function openPassage(
  archive: Archive,
  passage: PassageRef | null,
  around: (start: number) => Span,
): Promise<Opened | null> {
  if (!passage) return null;
  const { article: id, place } = passage;
  const look = (start: number) => {
    const { start: from, end: to } = around(start);
    const within = { start: Math.max(0, Math.min(from, start)), end: Math.max(to, start + place.length) };
    return archive.article({ id, find: place, within });
  };
  const first = await look(place.start);
  const result = first.found && first.found.start !== place.start ? await look(first.found.start) : first;
  const { article, found, paragraphs } = result;
  if (!article || !found) return null;
  const base = paragraphs[0]?.start ?? 0;
  const text = paragraphs.map((paragraph) => paragraph.text).join(PARAGRAPH_BREAK);
  return { result, article, words: { ...found, text: text.slice(found.start - base, found.end - base) } };
}
