import { givenNamesAgree, nameKey, parseName } from '../text/names.js';
import type { Span } from '../text/span.js';
import { clausesOf } from './clauses.js';
import { findCues } from './cues.js';
import { blockSpans, findMarked } from './marks.js';
import { findMentions } from './mentions.js';
import { type Clauses, type Subject, subjectAt } from './subjects.js';
import { readWords } from './words.js';

/**
 * Whether a sentence of a text tells, with or without quotation marks, what somebody of a name said: a word of speech ("said", "according
 * to") has the name for its subject, or a pronoun after a sentence about them.
 * @param sentence offsets into `text`
 */
export function speaksIn(text: string, sentence: Span, name: string): boolean {
  const wanted = parseName(name.replace(/^the\s+/iu, ''));
  const surname = wanted.surname.split(' ').map(nameKey);
  const marked = findMarked(text);
  let first = 0;
  let about: boolean | undefined;
  for (const [index, block] of blockSpans(text).entries()) {
    const here = marked.filter((mark) => mark.block === index);
    const words = readWords(text, block, here, first);
    first += here.length;
    const clauses = clausesOf(words, findMentions(words, index));
    const isTheirs = (subject: Subject) => isNamed(clauses, subject, surname, wanted.given[0]);
    const subjects = [...clauses.subjects].filter(([, { kind }]) => kind !== 'pronoun');
    const spoken = subjectsOfSpeech(clauses).some(({ at, subject }) => {
      const place = words[at];
      if (!place || place.start < sentence.start || place.start >= sentence.end) return false;
      if (subject.kind !== 'pronoun') return isTheirs(subject);
      if (!/^(?:s?he|they)$/.test(words[subject.head]?.lower ?? '')) return false;
      const before = subjects.filter(([start]) => start < place.first).at(-1);
      return before ? isTheirs(before[1]) : about === true;
    });
    if (spoken) return true;
    const last = subjects.at(-1);
    if (last) about = isTheirs(last[1]);
  }
  return false;
}

function subjectsOfSpeech(clauses: Clauses): { at: number; subject: Subject }[] {
  const told = findCues(clauses).flatMap(({ at, subject }) => (subject ? [{ at, subject }] : []));
  const credited = clauses.words.flatMap(({ lower }, at) => {
    const isCredit = lower === 'according' && clauses.words[at + 1]?.lower === 'to';
    const subject = isCredit ? subjectAt(clauses, at + 2) : null;
    return subject ? [{ at, subject }] : [];
  });
  return [...told, ...credited];
}

const SPOKEN_FOR = /^spokes(?:man|woman|person|people)$/;

// "Lee’s rival" and "a Lee confidant" are others; "Lee’s spokesman" speaks for Lee, and "Ann Lee and Bo Moss" speak both.
function isNamed({ words }: Clauses, subject: Subject, surname: readonly string[], given = ''): boolean {
  const { from, to, head, mention } = subject;
  const agrees = (own = '') => own === '' || given === '' || givenNamesAgree(own, given);
  if (mention && !mention.possessive && agrees(mention.name.length > surname.length ? mention.name[0] : ''))
    if (isSame(mention.name.slice(-surname.length), surname)) return true;
  const inSubject = words.slice(from, to).map(({ text }) => text);
  for (let after = surname.length; after <= inSubject.length; after++) {
    if (!isSame(inSubject.slice(after - surname.length, after), surname)) continue;
    const isHead = from + after === head + 1 || words[from + after]?.lower === 'and';
    if (SPOKEN_FOR.test(words[head]?.lower ?? '') || (isHead && !mention)) return true;
  }
  return false;
}

const isSame = (words: readonly string[], keys: readonly string[]) =>
  words.length === keys.length && words.every((word, at) => nameKey(word) === keys[at]);
