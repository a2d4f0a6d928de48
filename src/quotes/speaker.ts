import { type Span, sliceOf } from '../text/span.js';
import type { Figure } from './figure.js';
import type { Speaker, SpeakerReason } from './quotation.js';
import type { Resolved, Story } from './resolve.js';
import type { Subject } from './subjects.js';
import { sentenceEnd, sentenceStart } from './words.js';

/** A speaker found by a rule, with what proves it. `cue` is a range of words (`to` exclusive), null where there is none. */
export type Finding = {
  resolved: Resolved;
  paragraph: number;
  subject: Subject;
  /** Where the mention is inside the quotation itself ("SMITH: …"). */
  mention?: Span;
  cue: { from: number; to: number } | null;
  reason: SpeakerReason;
  certain: boolean;
};

/** The finding as plain data, with slices of the article's text. `quote` is where the quotation stands. */
export function speakerOf(story: Story, finding: Finding, quote: Span): Speaker {
  const { resolved, subject } = finding;
  const words = story.paragraphs[finding.paragraph] ?? [];
  const at = (index: number) => words[index] ?? { start: 0, end: 0 };
  const { mention } = subject;
  const mentioned =
    finding.mention ??
    (mention
      ? { start: mention.start, end: mention.end }
      : { start: at(subject.from).start, end: at(subject.to - 1).end });
  const cue = finding.cue ? { start: at(finding.cue.from).start, end: at(finding.cue.to - 1).end } : null;
  const anchors = [subject.from, ...(finding.cue ? [finding.cue.from, finding.cue.to - 1] : [])];
  const start = Math.min(...anchors.map((index) => at(sentenceStart(words, index)).start));
  const end = Math.max(...anchors.map((index) => at(sentenceEnd(words, index) - 1).end));
  const near = quote.end <= end + 200 && quote.start >= start - 200;
  const evidence = near
    ? { start: Math.min(start, quote.start), end: Math.max(end, quote.end) }
    : { start, end };
  const isPerson = resolved.kind === 'person';
  return {
    name: isPerson ? resolved.figure.name : resolved.name,
    kind: resolved.kind,
    role: isPerson ? roleOf(resolved.figure) : null,
    mention: sliceOf(story.text, mentioned),
    cue: cue ? sliceOf(story.text, cue) : null,
    evidence: sliceOf(story.text, evidence),
    reason: finding.reason,
    confidence: finding.certain ? 'certain' : 'likely',
  };
}

const PARTY = /\b(?:republican|democrat|conservative|labour|liberal|tory|independent|socialist)$/i;

// What somebody does tells more than their party.
function roleOf({ roles }: Figure): string | null {
  return roles.find((role) => !PARTY.test(role)) ?? roles[0] ?? null;
}
