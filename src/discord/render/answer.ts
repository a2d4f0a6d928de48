import { notesOn, whyNoAnswer } from '../../archive/words.js';
import type { Answer, AnswerPassage } from '../../search/answer.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { type Block, blockSize, fullestBlock, withMore } from '../passage.js';
import { filterLines, headingOf } from '../state.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';
import { paragraphOf, sourceLines, sourceWays } from './source.js';

const PER_PAGE = 3;
const MOST_ALSO = 3;

/** An answer as a message: the question, passages with the answering sentence in bold, their sources. */
export function answerView(answer: Answer, turning: Turning, words: Words): View {
  const head = [
    headingOf('question', answer.question),
    ...filterLines(answer.filters, words),
    ...changedLine(turning, answer.snapshot, words),
    ...noteLines(answer, words),
  ];
  if (answer.passages.length === 0)
    return view([...head, ...noAnswer(answer, LIMITS.text - measure(head).text, words)]);

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
  const { article, also, holds, start, text, gaps } = passage;
  const place = paragraphOf(words, passage.paragraph, passage.lastParagraph);
  const linked = { text, gaps: gaps.map((gap) => gap - start) };
  const notes = [
    ...(gaps.length > 0 ? [small(words.ask.gap)] : []),
    // Where it may not answer, people judge by what it has of the question.
    ...(answered ? [] : [small(shorten(words.ask.holds(holds), 200))]),
  ];
  const ways = sourceWays({ article, also }, MOST_ALSO, words, place, linked);
  return fullestBlock(
    ways.map((lines) => [...lines, ...notes]),
    { room },
    words,
    (left) => blockQuote(text, { bold: [answer], keep: answer, room: left }),
  );
}

function noAnswer(answer: Answer, room: number, words: Words) {
  const why = shorten(whyNoAnswer(answer, words), 700);
  const said = text(`**${words.ask.noAnswer}**\n${why}`);
  const left = room - measure([said]).text - bytes(`${words.ask.nearest}\n`);
  const nearest = sourceLines(answer.nearest.slice(0, 3), left, words);
  return [said, ...(nearest.length > 0 ? [divider(), text([words.ask.nearest, ...nearest].join('\n'))] : [])];
}
