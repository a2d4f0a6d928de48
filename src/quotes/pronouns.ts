import type { Gender } from '../text/names.js';
import { isRole, roleGender } from '../text/roles.js';
import type { Cast } from './cast.js';
import type { Cue } from './cues.js';
import { agesIn, canMean, type Epithet, epithetOf, opensWithClause } from './epithets.js';
import type { Figure } from './figure.js';
import type { Mention } from './mentions.js';
import { descriptionStart, rolesOf } from './roles-beside.js';
import type { Clauses, Subject } from './subjects.js';
import { isSectionBreak, sentenceStart, type Word } from './words.js';

/** Who a pronoun stands for. */
export type Antecedent = { figure: Figure; certain: boolean };

/** Antecedents by block and index of the pronoun among the block's words; null where two people can be meant. */
export type Pronouns = Map<number, Map<number, Antecedent | null>>;

/** Somebody that a sentence points at, by name, description or pronoun. `figure` is null for somebody unnamed or unclear. */
type Reference = {
  figure: Figure | null;
  gender: Gender | null;
  block: number;
  sentence: number;
  leads: boolean;
  speaks: boolean;
  /** Named for the first time, in full and with what they are. */
  introduced?: boolean;
  /** A pronoun that could not be settled. */
  unclear?: boolean;
};

/** How many blocks back a pronoun may point. */
const FARTHEST = 3;
/** How many blocks back the person of an epithet may be. */
const EPITHET_REACH = 2;
/** How many references back are looked at, so that a long text takes no longer than its length. */
const MOST = 60;

/**
 * Reads an article from its start and settles each "he" and "she" by the nearest sentence that points at somebody of
 * that gender. One person there: that one. Several: the one who speaks in it, else the one whom it is about, else nobody.
 */
export function settlePronouns(
  clauses: Clauses[],
  mentions: Mention[][],
  cast: Cast,
  cues: Cue[][],
): Pronouns {
  const settled: Pronouns = new Map();
  const references: Reference[] = [];
  const ages = agesIn(
    cast,
    clauses.map(({ words }) => words),
  );
  for (const [block, { words, subjects }] of clauses.entries()) {
    const here = new Map<number, Antecedent | null>();
    settled.set(block, here);
    if (isSectionBreak(words)) references.length = 0;
    const speaking = speakersAt(words, cues[block] ?? []);
    const epithets = epithetsIn(words, [
      ...subjects.values(),
      ...(cues[block] ?? []).flatMap((cue) => cue.subject ?? []),
    ]);
    const named = new Map((mentions[block] ?? []).map((mention) => [mention.nameFrom, mention]));
    for (const [at, word] of words.entries()) {
      if (word.kind !== 'word') continue;
      const place = { block, sentence: word.sentence };
      const epithet = epithets.get(at);
      if (epithet) {
        const ofAge = epithet.age ? ages.get(epithet.age) : undefined;
        const figure = ofAge === undefined ? meant(references, epithet, words, at, block, cast) : ofAge;
        if (figure) here.set(at, { figure, certain: false });
        if (figure || epithet.kind !== 'role') {
          const gender = figure?.gender ?? epithet.gender;
          references.push({ ...place, figure, gender, leads: true, speaks: true });
          continue;
        }
      }
      const mention = named.get(at);
      if (mention && !mention.headline) {
        if (mention.thing) continue;
        const figure = cast.who.get(mention);
        if (figure?.isPerson && (figure.gender || figure.evidence > 1))
          references.push({
            ...place,
            figure,
            gender: figure.gender,
            leads: clauses[block]?.leading.has(mention) ?? false,
            speaks: speaking.has(at) && !mention.possessive,
            introduced: figure.mentions[0] === mention && rolesOf(words, mention).length > 0,
          });
        // A name that says something and is nobody known, or one of two: it must not pass the pronoun on to others.
        else if (!mention.possessive && (speaking.has(at) || mention.name.length > 1))
          references.push({
            ...place,
            figure: null,
            gender: null,
            leads: clauses[block]?.leading.has(mention) ?? false,
            speaks: speaking.has(at),
          });
        continue;
      }
      const gender = PRONOUN_GENDER.get(word.lower);
      if (gender) {
        const antecedent = isWriters(words, at, named)
          ? null
          : settle(references, gender, block, word.sentence, isJoined(words, at));
        here.set(at, antecedent);
        const subject = word.lower === 'he' || word.lower === 'she';
        if (!subject && words[at - 1]?.sentence === word.sentence) continue;
        references.push({
          ...place,
          figure: antecedent?.figure ?? null,
          unclear: !antecedent,
          gender,
          leads: subject,
          speaks: subject && speaking.has(at),
        });
      } else if (roleGender(word.lower) && isSomebody(words, at, named)) {
        references.push({
          ...place,
          figure: null,
          gender: roleGender(word.lower),
          leads: true,
          speaks: false,
        });
      }
    }
  }
  return settled;
}

const PRONOUN_GENDER: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['his', 'male'],
  ['him', 'male'],
  ['she', 'female'],
  ['her', 'female'],
]);

// `joined` for a pronoun that goes on with the clause before: "…, but he said".
function settle(
  references: Reference[],
  gender: Gender,
  block: number,
  sentence: number,
  joined: boolean,
): Antecedent | null {
  let near: Reference[] = [];
  for (let index = references.length - 1; index >= 0 && references.length - index < MOST; index -= 1) {
    const reference = references[index];
    if (!reference || reference.block < block - FARTHEST) break;
    const [last] = near;
    if (last && (last.block !== reference.block || last.sentence !== reference.sentence)) break;
    if (reference.gender === null || reference.gender === gender) near.push(reference);
  }
  if (near.some((reference) => reference.gender === gender))
    near = near.filter((reference) => reference.gender === gender || reference.leads);
  // "When he wrote his book, Moss said …": the unclear pronoun gives way to the name in its sentence.
  const own = near[0]?.block === block && near[0]?.sentence === sentence;
  if (own || near.some((reference) => reference.figure && reference.speaks))
    near = near.filter((reference) => !reference.unclear);
  const figures = [...new Set(near.map((reference) => reference.figure))];
  const [first] = near;
  if (!first) return null;
  const rival = references
    .slice(-MOST)
    .some((one) => one.figure && one.gender === gender && one.block >= block - 1);
  // "Lee called him a fool; he …": Lee may be a woman, and a man was named just before.
  if (figures.length === 1 && own && first.gender === null && rival && !joined) return null;
  if (figures.length === 1)
    return (
      first.figure && {
        figure: first.figure,
        certain:
          first.gender === gender && (first.block === block || near.some((reference) => reference.leads)),
      }
    );
  const inSentence = first.block === block && first.sentence === sentence;
  const speaker = only(near.filter((reference) => reference.speaks));
  // Somebody whose gender is unknown does not win over others in the pronoun's own sentence.
  if (speaker !== undefined)
    return speaker && (speaker.gender || !inSentence) ? { figure: speaker, certain: false } : null;
  const about = only(near.filter((reference) => reference.leads));
  if (about !== undefined)
    return about && (about.gender || !inSentence) ? { figure: about, certain: inSentence } : null;
  // "While Moss had a band, that is missing in a race that worries Bo Ray, a barber." Then "he said" is the newcomer.
  const newcomer = inSentence ? undefined : only(near.filter((reference) => reference.introduced));
  return newcomer ? { figure: newcomer, certain: false } : null;
}

// "Moss said it was safe, but he added …": with no other pronoun before it, a new clause has the old subject.
function isJoined(words: Word[], at: number): boolean {
  const conjunction = /^(?:but|and|though|although)$/.test(words[at - 1]?.lower ?? '');
  const start = sentenceStart(words, at);
  return conjunction && !words.slice(start, at).some((word) => PRONOUN_GENDER.has(word.lower));
}

// "Lee read out an email from the engineer in which he said": the pronoun is the writer's, who has no name.
function isWriters(words: Word[], at: number, named: Map<number, Mention>): boolean {
  if (words[at - 1]?.lower !== 'which' || words[at - 2]?.lower !== 'in') return false;
  for (let before = at - 3; before > at - WRITER_REACH && words[before]?.kind === 'word'; before -= 1) {
    if (named.has(before)) return false;
    if (isRole(words[before]?.lower ?? '')) return true;
  }
  return false;
}
const WRITER_REACH = 10;

// Whom the nearest sentence before is about, where an epithet can mean them.
function meant(
  references: Reference[],
  epithet: Epithet,
  words: Word[],
  at: number,
  block: number,
  cast: Cast,
): Figure | null {
  const sentence = words[at]?.sentence;
  const recent = references.slice(-MOST).filter((one) => one.block >= block - EPITHET_REACH);
  const own = recent.filter((one) => one.block === block && one.sentence === sentence);
  const last = recent.findLast((one) => !own.includes(one));
  const before = recent.filter((one) => one.block === last?.block && one.sentence === last.sentence);
  const figure = only(before.filter((one) => one.leads)) ?? only(before);
  if (!figure || !canMean(epithet, figure, cast)) return null;
  return own.some((one) => one.figure === figure) && !opensWithClause(words, sentenceStart(words, at))
    ? null
    : figure;
}

function epithetsIn(words: Word[], subjects: Subject[]): Map<number, Epithet> {
  const found = new Map<number, Epithet>();
  for (const subject of subjects) {
    const epithet = epithetOf(words, subject);
    if (epithet) found.set(subject.head, epithet);
  }
  return found;
}

function only(references: Reference[]): Figure | null | undefined {
  const figures = [...new Set(references.map((reference) => reference.figure))];
  return figures.length === 1 ? figures[0] : undefined;
}

/** Indexes of the words that are the subject of a cue, or stand after "according to". */
function speakersAt(words: Word[], cues: Cue[]): Set<number> {
  const speaking = new Set<number>();
  for (const { subject } of cues) {
    if (!subject) continue;
    speaking.add(subject.mention ? subject.mention.nameFrom : subject.head);
  }
  for (const [at, word] of words.entries())
    if (word.lower === 'to' && words[at - 1]?.lower === 'according')
      for (let next = 1; next < 4; next += 1) speaking.add(at + next);
  return speaking;
}

// "My mother …", "A spokeswoman …": a person without a name at the head of a sentence, with no name beside it.
function isSomebody(words: Word[], at: number, named: Map<number, Mention>): boolean {
  const word = words[at];
  if (!word || word.capital) return false;
  for (let next = at + 1; next < at + 4; next += 1) if (named.has(next)) return false;
  const before = words[descriptionStart(words, at) - 2];
  return !before || before.sentence !== word.sentence || before.kind !== 'word';
}
