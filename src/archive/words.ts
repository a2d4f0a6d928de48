import type { SpeakerReason } from '../quotes/quotation.js';
import type { Answer, NoAnswerReason } from '../search/answer.js';
import { longDate } from '../text/dates.js';
import type { QuotesResult } from './archive.js';

// A question of a thousand unknown words is told about the first of them.
const MOST_UNMATCHED = 8;

const NO_ANSWER: Record<NoAnswerReason, string> = {
  'empty-question': 'There is nothing in the question to search for.',
  'no-match': 'No passage holds the words of the question.',
  'weak-match': 'Some passages share words with the question, but none says what it asks.',
  'nothing-in-filter': 'No article fits the filters.',
  'unknown-person': 'Nobody of that name is in the archive.',
};

/** How a speaker was found, in words. */
export const SPEAKER_REASONS: Record<SpeakerReason, string> = {
  'cue-after': 'named after the words, with a verb of speech',
  'cue-before': 'named before the words, with a verb of speech',
  inverted: 'named after the verb of speech that follows the words',
  'according-to': 'given as the source',
  label: 'named by the label of the words',
  'noun-cue': 'named with a noun of speech',
  introduced: 'the one speaker of the sentence or paragraph before',
  continued: 'goes on from the quotation before',
  pronoun: 'the one person whom the pronoun can mean',
  role: 'the one person whom the description fits',
};

/** Why a question has no answer, as a sentence or two. Plain text: nothing in it is escaped. */
export function whyNoAnswer(answer: Answer): string {
  const reason = answer.reason ? NO_ANSWER[answer.reason] : '';
  const missing = notMentioned(answer);
  return missing ? `${reason} ${missing}` : reason;
}

/** How the words of a question were taken, where that is not as they are written: a sentence or two, or nothing. Plain text. */
export function howRead({ corrected, period, passages }: Answer): string {
  const words = corrected.map(({ written, used }) => `“${used}” for “${written}”, which stands nowhere here`);
  const taken = words.length > 0 ? [`Read as ${words.join('; ')}.`] : [];
  if (period && passages.length > 0) {
    const days = period.from === period.to ? [period.from] : [period.from, period.to];
    taken.push(`Articles from ${days.map(longDate).join(' to ')} come first.`);
  }
  return taken.join(' ');
}

/** Which words of a question no passage of the archive holds, as a sentence; empty where none. Plain text. */
export function notMentioned(answer: Pick<Answer, 'unmatched'>): string {
  if (answer.unmatched.length === 0) return '';
  const words = answer.unmatched.slice(0, MOST_UNMATCHED).map((word) => `“${word}”`);
  const more = answer.unmatched.length > MOST_UNMATCHED ? ' and more' : '';
  return `Nothing here mentions ${words.join(', ')}${more}.`;
}

/** Why there are no quotations to show, as a sentence. Plain text: nothing in it is escaped. */
export function whyNoQuotations({ person, query }: QuotesResult): string {
  if (!person) return `The archive quotes nobody called “${query.person}”.`;
  const narrowed = query.about || query.publication || query.from || query.to;
  return narrowed
    ? `No quotation of ${person.name} fits what you asked for.`
    : `The archive holds no quotation that is proven to be ${person.name}'s.`;
}
