import type { Speaker, SpeakerReason } from '../quotes/quotation.js';
import type { Answer, AnswerPassage, NoAnswerReason } from '../search/answer.js';
import { longDate } from '../text/dates.js';
import type { Progress, QuotesResult } from './archive.js';

// A question of a thousand unknown words is told about the first of them.
const MOST_UNMATCHED = 8;

const NO_ANSWER: Record<NoAnswerReason, string> = {
  'empty-question': 'There is nothing in the question to search for.',
  'no-match': 'No passage holds the words of the question.',
  'weak-match': 'Some passages share words with the question, but none says what it asks.',
  'nothing-in-filter': 'No article fits the filters.',
  'unknown-person': 'Nobody of that name is in the archive.',
};

/** Why a question has no answer, as a sentence or two. Plain text: nothing in it is escaped. */
export function whyNoAnswer(answer: Answer): string {
  const reason = answer.reason ? NO_ANSWER[answer.reason] : '';
  const missing = notMentioned(answer);
  return missing ? `${reason} ${missing}` : reason;
}

/** How the words of a question were taken, where that is not as they are written: a sentence or two, or nothing. Plain text. */
function howRead({ corrected, roles, period, passages }: Answer): string {
  const words = corrected.map(({ written, used }) => `“${used}” for “${written}”, which stands nowhere here`);
  const taken = words.length > 0 ? [`Read as ${words.join('; ')}.`] : [];
  for (const { written, name, seen } of roles)
    taken.push(`“${written}” is taken to be ${name}${seen ? `, so called on ${longDate(seen)}` : ''}.`);
  if (period && passages.length > 0) {
    const days = period.from === period.to ? [period.from] : [period.from, period.to];
    taken.push(`Articles from ${days.map(longDate).join(' to ')} come first.`);
  }
  return taken.join(' ');
}

/** Which words of a question no passage of the archive holds, as a sentence; empty where none. Plain text. */
function notMentioned(answer: Pick<Answer, 'unmatched'>): string {
  if (answer.unmatched.length === 0) return '';
  const words = answer.unmatched.slice(0, MOST_UNMATCHED).map((word) => `“${word}”`);
  const more = answer.unmatched.length > MOST_UNMATCHED ? ' and more' : '';
  return `Nothing here mentions ${words.join(', ')}${more}.`;
}

/** What stands over passages that come close and may not answer. Plain text. */
export const CLOSEST = {
  heading: 'Closest passages.',
  note: 'The archive may not say what you asked: read these before you rely on them.',
};

/** What is to be known before reading passages: how the question was read, and what the archive lacks; or nothing. Plain text. */
export function notesOn(answer: Answer): string {
  return [howRead(answer), answer.passages.length > 0 ? notMentioned(answer) : ''].filter(Boolean).join(' ');
}

/** The words of the question that a close passage holds. Plain text. */
export function whatItHolds({ holds }: Pick<AnswerPassage, 'holds'>): string {
  return `Of the question it holds: ${holds.join(', ')}`;
}

/** What is being done at each stage of building. Plain text. */
export const STAGES: Record<Progress['stage'], string> = {
  reading: 'Reading files',
  quotations: 'Finding quotations',
  index: 'Building the index',
};

const HOW_KNOWN: Record<SpeakerReason, string> = {
  'cue-after': 'the speaker and the word for speaking follow the quotation.',
  'cue-before': 'the speaker and the word for speaking come before the quotation.',
  inverted: 'the word for speaking and then the speaker follow the quotation.',
  'according-to': 'the article names its source with the quotation.',
  label: 'a label names the speaker, as in a transcript.',
  'noun-cue': 'the article calls it a statement, a warning or the like of this speaker.',
  introduced: 'what stands just before is about this speaker’s words and nobody else’s.',
  continued: 'it carries on from the quotation before, whose speaker is known.',
  pronoun: '“he”, “she” or “they” can mean only this person there.',
  role: 'the article describes only one person so.',
};

/** How a speaker was found, as the end of a sentence. Plain text. */
export function howKnown({ reason }: Pick<Speaker, 'reason'>): string {
  return HOW_KNOWN[reason];
}

/** Why there are no quotations to show, as a sentence. Plain text: nothing in it is escaped. */
export function whyNoQuotations({ person, query }: QuotesResult): string {
  if (!person) return `The archive quotes nobody called “${query.person}”.`;
  const narrowed = query.about || query.publication || query.from || query.to;
  return narrowed
    ? `No quotation of ${person.name} fits what you asked for.`
    : `The archive holds no quotation that is proven to be ${person.name}'s.`;
}
