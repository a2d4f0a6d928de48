import type { AnswerKind } from './question.js';
import { CAPITAL, FIRST, MONEY, NUMBER, PERCENT, PLACED, STOP, YEAR } from './word-flags.js';

const terms = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// Stems, as the tokens give them.
const TIME = terms(
  'januari februari march april june juli august septemb octob novemb decemb mondai tuesdai wednesdai thursdai fridai saturdai sundai yesterdai todai tomorrow centuri decad year month week dai morn even night spring summer autumn winter ago',
);
const REASON = terms('becaus due sinc reason caus so result therefor order thank owe lead aim thu');
const UNIT = terms(
  'year month week dai hour minut second mile kilometr kilomet km metr meter m foot inch yard acr hectar ton tonn pound kilogram kg mph degre celsiu fahrenheit ag',
);

const SAYING = terms('sai told tell ad add state claim warn announc insist argu quot spoke speak describ');

/** What one sentence holds, by flags and terms of its words from `first` up to `after`. */
export type SentenceView = {
  first: number;
  after: number;
  flags: Uint8Array;
  /** The term of a word. */
  termOf: (at: number) => string;
  /** Whether a word is one of the question's. */
  asked: (at: number) => boolean;
  /** Whether a word is one of the question's or comes near one. */
  close: (at: number) => boolean;
};

// Words that stand this close belong together: "Foreign Minister Jane Doe", "Jane Doe, the minister".
const CLOSE = 3;

/** From 0 to 1: how well a sentence holds the kind of thing that is asked for, anywhere and next to a word asked. */
export function kindEvidence(kind: AnswerKind, view: SentenceView): { kind: number; near: number } {
  let best = 0;
  let near = 0;
  if (kind === 'thing') return { kind: 0, near: 0 };
  for (let at = view.first; at < view.after; at++) {
    const found = wordEvidence(kind, view, at);
    if (found > best) best = found;
    if (found > near && isClose(view, at)) near = found;
  }
  return { kind: best, near };
}

function isClose(view: SentenceView, at: number): boolean {
  const after = Math.min(view.after, at + CLOSE + 1);
  for (let other = Math.max(view.first, at - CLOSE); other < after; other++)
    if (other !== at && view.close(other)) return true;
  return false;
}

function wordEvidence(kind: AnswerKind, view: SentenceView, at: number): number {
  const flag = view.flags[at] ?? 0;
  const next = at + 1 < view.after ? (view.flags[at + 1] ?? 0) : 0;
  switch (kind) {
    case 'person': {
      if (!isName(flag) || view.asked(at)) return 0;
      return isName(next) && !view.asked(at + 1) ? 1 : 0.5;
    }
    case 'name':
      return isName(flag) && !view.asked(at) ? 1 : 0;
    case 'place':
      return isName(flag) && !view.asked(at) ? (flag & PLACED ? 1 : 0.5) : 0;
    case 'time':
      if (flag & YEAR && !view.asked(at)) return 1;
      return TIME.has(view.termOf(at)) && !view.asked(at) ? 0.7 : 0;
    case 'count':
      if (!(flag & NUMBER) || view.asked(at)) return 0;
      return flag & (YEAR | MONEY | PERCENT) ? 0.3 : 1;
    case 'money':
      if (!(flag & NUMBER) || view.asked(at)) return 0;
      return flag & MONEY ? 1 : flag & YEAR ? 0.2 : 0.5;
    case 'percent':
      if (flag & PERCENT) return 1;
      return flag & NUMBER && !(flag & YEAR) ? 0.4 : 0;
    case 'measure':
      if (!(flag & NUMBER) || view.asked(at)) return 0;
      return at + 1 < view.after && UNIT.has(view.termOf(at + 1)) ? 1 : flag & YEAR ? 0.2 : 0.5;
    case 'reason':
      return REASON.has(view.termOf(at)) ? 1 : 0;
    case 'statement':
      return SAYING.has(view.termOf(at)) ? 1 : 0;
  }
  return 0;
}

// A capital at the start of a sentence proves a name only where the next word has one too.
function isName(flag: number): boolean {
  return (flag & CAPITAL) !== 0 && (flag & (STOP | FIRST | NUMBER)) === 0;
}
