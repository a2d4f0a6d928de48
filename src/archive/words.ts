import type { Answer } from '../search/answer.js';
import type { Words } from '../words/words.js';
import type { QuotesResult } from './archive.js';

// A question of a thousand unknown words is told about the first of them.
const MOST_UNMATCHED = 8;

/** Why a question has no answer, as a sentence or two. Plain text: nothing in it is escaped. */
export function whyNoAnswer(answer: Answer, { ask }: Words): string {
  const reason = answer.reason ? ask.why[answer.reason] : '';
  return [reason, notMentioned(answer, ask)].filter(Boolean).join(' ');
}

/** What is to be known before reading passages: how the question was read, and what the archive lacks; or nothing. Plain text. */
export function notesOn(answer: Answer, { ask, filters }: Words): string {
  const { corrected, roles, period, passages, undatedLeftOut } = answer;
  return [
    corrected.length > 0 && ask.readAs(corrected),
    ...roles.map(ask.meant),
    period && passages.length > 0 && ask.first(period.from, period.to),
    passages.length > 0 && notMentioned(answer, ask),
    undatedLeftOut > 0 && filters.undatedLeftOut(undatedLeftOut),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Which words of a question no passage of the archive holds, as a sentence; empty where none. Plain text. */
function notMentioned({ unmatched }: Pick<Answer, 'unmatched'>, ask: Words['ask']): string {
  if (unmatched.length === 0) return '';
  return ask.notMentioned(unmatched.slice(0, MOST_UNMATCHED), unmatched.length > MOST_UNMATCHED);
}

/** Why there are no quotations to show, as a sentence or two. Plain text: nothing in it is escaped. */
export function whyNoQuotations({ person, query, undatedLeftOut }: QuotesResult, words: Words): string {
  const { quote, filters } = words;
  if (!person) return quote.nobody(query.person);
  const narrowed = query.about || query.publication || query.from || query.to;
  return [
    narrowed ? quote.nothingFits(person.name) : quote.nothingProven(person.name),
    undatedLeftOut > 0 && filters.undatedLeftOut(undatedLeftOut),
  ]
    .filter(Boolean)
    .join(' ');
}
