import type { Cue } from './cues.js';
import type { SpeakerReason } from './quotation.js';
import { resolve, type Story } from './resolve.js';
import type { Finding } from './speaker.js';
import type { Clauses, Subject } from './subjects.js';

/** A quotation where it stands: `at` is its index among its paragraph's words. */
export type Place = { story: Story; clauses: Clauses; cues: Cue[]; paragraph: number; at: number };

/** A rule gives a finding, `null` to leave the quotation to the next rule, or `'nobody'` to stop: no name is right. */
export type Rule = (place: Place) => Finding | 'nobody' | null;

/** The finding that a subject gives; `'nobody'` where it cannot be told who that is. */
export function finding(
  place: Place,
  subject: Subject,
  cue: { from: number; to: number },
  reason: SpeakerReason,
): Finding | 'nobody' {
  const resolved = resolve(place.story, place.paragraph, subject);
  if (!resolved) return 'nobody';
  const how = resolved.kind === 'person' ? resolved.how : 'name';
  return {
    resolved,
    paragraph: place.paragraph,
    subject,
    cue,
    reason: how === 'name' ? reason : how,
    certain: resolved.kind !== 'person' || resolved.certain,
  };
}

/** The words of a cue, for the evidence. */
export const cueRange = (cue: Cue) => ({ from: cue.from, to: cue.at + 1 });
/** The reason that a cue gives by where it stands. */
export const reasonOf = (cue: Cue, after: boolean): SpeakerReason =>
  cue.inverted ? 'inverted' : after ? 'cue-after' : 'cue-before';
