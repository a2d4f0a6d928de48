import { notesOn, whyNoAnswer } from '../../archive/words.js';
import type { Answer, AnswerPassage } from '../../search/answer.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { LIMITS, measure } from '../limits.js';
import { type Block, blockSize, withMore } from '../passage.js';
import { filterLines, headingOf } from '../state.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';
import { alsoLines, paragraphOf, sourceLine } from './source.js';

const PER_PAGE = 3;
/** Bytes that the words of a passage have at least, whatever stands above and below them. */
const LEAST_WORDS = 250;

/** An answer as a message: the question, passages with the answering sentence in bold, their sources. */
export function answerView(answer: Answer, turning: Turning, words: Words): View {
  const head = [
    headingOf('question', answer.question),
    ...filterLines(answer.filters, words),
    ...changedLine(turning, answer.snapshot, words),
    ...noteLines(answer, words),
  ];
  if (answer.passages.length === 0) return view([...head, ...noAnswer(answer, words)]);

  const room = LIMITS.text - measure(head).text - PAGER_ROOM;
  const blocks = answer.passages.map((passage) => passageBlock(passage, room, answer.answered, words));
  const sizes = blocks.map((block) => blockSize(block, words));
  const page = pageOf(sizes, { at: turning.at, room, most: PER_PAGE });
  return view([
    ...head,
    ...answer.passages.slice(page.at, page.at + page.count).flatMap((slice, index) => {
      const block = blocks[page.at + index];
      const passage = { article: slice.article, slice };
      return block ? [divider(), ...withMore(block, passage, turning, answer.snapshot, words)] : [];
    }),
    ...pager({
      command: 'ask',
      range: words.pages.passages,
      words,
      turning,
      snapshot: answer.snapshot,
      page,
      total: blocks.length,
    }),
  ]);
}

/** What is to be known before reading: that these may not answer, how the question was read, what the archive lacks. */
function noteLines(answer: Answer, words: Words) {
  const isClosest = !answer.answered && answer.passages.length > 0;
  const notes = notesOn(answer, words);
  return [
    ...(isClosest ? [text(`**${words.ask.closest.heading}** ${words.ask.closest.note}`)] : []),
    ...(notes ? [text(small(shorten(notes, 400)))] : []),
  ];
}

function passageBlock(passage: AnswerPassage, room: number, answered: boolean, words: Words): Block {
  const answer = {
    start: Math.max(0, passage.answerSentence.start - passage.start),
    end: Math.min(passage.text.length, passage.answerSentence.end - passage.start),
  };
  const blocks = [3, 2, 1, 0, 'unlinked' as const].map((also) => ({
    words: '',
    below: linesBelow(passage, also, answered, words).join('\n'),
  }));
  const leaves = (block: Block) => room - blockSize(block, words);
  const block = blocks.find((one) => leaves(one) >= LEAST_WORDS) ?? blocks.at(-1) ?? { words: '', below: '' };
  return {
    ...block,
    words: blockQuote(passage.text, { bold: [answer], keep: answer, room: leaves(block) }),
  };
}

/** What stands below the words of a passage; of where else it is printed so much, and in the end not even links. */
function linesBelow(
  { article, text, paragraph, lastParagraph, also, holds, ...passage }: AnswerPassage,
  mostAlso: number | 'unlinked',
  answered: boolean,
  words: Words,
): string[] {
  const place = paragraphOf(words, paragraph, lastParagraph);
  const gaps = passage.gaps.map((gap) => gap - passage.start);
  const source =
    mostAlso === 'unlinked'
      ? sourceLine({ ...article, url: null }, words, place)
      : sourceLine(article, words, place, { text, gaps });
  return [
    small(source),
    ...alsoLines(also, mostAlso === 'unlinked' ? 0 : mostAlso, words),
    ...(gaps.length > 0 ? [small(words.ask.gap)] : []),
    // Where it may not answer, people judge by what it has of the question.
    ...(answered ? [] : [small(shorten(words.ask.holds(holds), 200))]),
  ];
}

function noAnswer(answer: Answer, words: Words) {
  const why = shorten(whyNoAnswer(answer, words), 700);
  const nearest = answer.nearest.slice(0, 3).map((article) => `- ${sourceLine(article, words)}`);
  return [
    text(`**${words.ask.noAnswer}**\n${why}`),
    ...(nearest.length > 0 ? [divider(), text([words.ask.nearest, ...nearest].join('\n'))] : []),
  ];
}
