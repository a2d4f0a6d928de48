import { sliceOf } from '../text/span.js';
import { type Carried, carryOver } from './carry.js';
import { castOf } from './cast.js';
import { clausesOf } from './clauses.js';
import { findCues } from './cues.js';
import { labelledOnly } from './labels.js';
import { blockSpans, findMarked, type Marked } from './marks.js';
import { findMentions, titleSurnames } from './mentions.js';
import { settlePronouns } from './pronouns.js';
import type { Quotation } from './quotation.js';
import type { Story } from './resolve.js';
import { findInSentence } from './rules.js';
import { speakerOf } from './speaker.js';
import { isQuotation, kindOf } from './speech.js';
import { readWords } from './words.js';

/**
 * The quotations of an article's text (paragraphs joined by a blank line), in order of `start`, each with its speaker
 * where the evidence is good. Offsets are UTF-16 units into `text`.
 */
export function extractQuotes(text: string): Quotation[] {
  const marked = findMarked(text);
  if (marked.length === 0) return [];
  const groups = groupByBlock(marked);
  let first = 0;
  const blocks = blockSpans(text);
  const paragraphs = blocks.map((block, index) => {
    const here = groups.get(index) ?? [];
    const words = readWords(text, block, here, first);
    first += here.length;
    return words;
  });
  let mentions = paragraphs.map((words, index) => findMentions(words, index));
  const surnames = titleSurnames(mentions.flat());
  if (surnames.size > 0) mentions = paragraphs.map((words, index) => findMentions(words, index, surnames));
  const clauses = paragraphs.map((words, index) => clausesOf(words, mentions[index] ?? []));
  const cast = castOf(mentions.flat(), clauses);
  const cues = clauses.map(findCues);
  const pronouns = settlePronouns(clauses, mentions, cast, cues);
  const story: Story = { text, paragraphs, cast, labelled: labelledOnly(text, cast), mentions, pronouns };
  const carried: Carried = { story, clauses, cues, marked, findings: [] };
  const quotations: Quotation[] = [];
  for (const [paragraph, words] of paragraphs.entries()) {
    for (const [at, word] of words.entries()) {
      const mark = word.quote === null ? undefined : marked[word.quote];
      const place = clauses[paragraph];
      if (!mark || !place || word.quote === null) continue;
      const found =
        findInSentence({ story, clauses: place, cues: cues[paragraph] ?? [], paragraph, at }) ??
        carryOver(carried, word.quote, at);
      const finding = found === 'nobody' ? null : found;
      carried.findings[word.quote] = finding;
      if (place.nicknames.has(at) || !isQuotation(words, at, paragraph, found)) continue;
      quotations.push({
        ...sliceOf(text, mark),
        kind: kindOf(words, at),
        paragraph: blocks[paragraph]?.paragraph ?? 0,
        speaker: finding ? speakerOf(story, finding, mark.outer) : null,
      });
    }
  }
  return quotations;
}

function groupByBlock(marked: Marked[]): Map<number, Marked[]> {
  const groups = new Map<number, Marked[]>();
  for (const mark of marked) {
    const group = groups.get(mark.block);
    if (group) group.push(mark);
    else groups.set(mark.block, [mark]);
  }
  return groups;
}
