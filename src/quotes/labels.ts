import { canSpeak } from '../text/roles.js';
import { bearersOf, type Cast, MOST_FIGURES } from './cast.js';
import { type Figure, newFigure } from './figure.js';
import type { Place } from './place.js';
import { resolve, type Story } from './resolve.js';
import type { Finding } from './speaker.js';
import { type Clauses, type Subject, subjectAt } from './subjects.js';
import { sentenceStart, type Word } from './words.js';

export function label({ story, clauses, paragraph, at }: Place): Finding | 'nobody' | null {
  const { words } = clauses;
  const quote = words[at];
  if (!quote) return null;
  // “SMITH: I did.”
  const inside = /^(\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,2}):/u.exec(quote.text);
  if (inside?.[1]) return insideLabel(story, clauses, paragraph, at, inside[1]);
  // SMITH: “I did.”
  const colon = words[at - 1];
  const name = words[at - 2];
  if (colon?.text === ':' && name && sentenceStart(words, at) >= at - 5) {
    const mention = clauses.endingAt.get(at - 1);
    const figure = mention ? story.cast.who.get(mention) : null;
    if (mention && figure?.isPerson && isLabelStart(words, mention.from, at)) {
      const subject: Subject = {
        kind: 'name',
        from: mention.from,
        to: mention.to,
        mention,
        head: mention.to - 1,
      };
      return {
        resolved: { kind: 'person', figure, how: 'name', certain: true },
        paragraph,
        subject,
        cue: { from: at - 1, to: at },
        reason: 'label',
        certain: true,
      };
    }
  }
  return null;
}

const LABEL = /^["“]?(\p{Lu}[\p{Lu}’'-]+):/gmu;
const NO_NAMES = new Set(
  'q a question answer moderator host interviewer anchor audience crowd crosstalk caller narrator announcer voice male female man woman unidentified note update watch read video photo live breaking exclusive opinion analysis editor transcript'.split(
    ' ',
  ),
);
/** A word that begins so many lines is a speaker's label, not a heading. */
const TURNS = 2;

/** People whom an article names in the labels of a transcript alone, where others of these labels are people that it names in full. */
export function labelledOnly(text: string, cast: Cast): Map<string, Figure> {
  const turns = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(LABEL)) turns.set(name, (turns.get(name) ?? 0) + 1);
  const names = [...turns].filter(([, count]) => count >= TURNS).map(([name]) => name);
  const isKnown = (name: string) => bearersOf(cast, name).length > 0;
  const explained = names.some(
    (name) => bearersOf(cast, name).filter(({ isPerson }) => isPerson).length === 1,
  );
  if (!explained) return new Map();
  return new Map(
    names
      .filter((name) => !isKnown(name) && !NO_NAMES.has(name.toLowerCase()) && !canSpeak(name.toLowerCase()))
      .slice(0, MOST_FIGURES)
      .map((name) => [name, labelledFigure(name)]),
  );
}

function labelledFigure(label: string): Figure {
  const name = label.toLowerCase().replace(/(^|[-’'])\p{L}/gu, (start) => start.toUpperCase());
  return { ...newFigure(name), isPerson: true };
}

// "SMITH: …", "Pollsters agree — Ann Lee: …", "More from Lee: …"
function isLabelStart(words: Word[], from: number, at: number): boolean {
  const before = words[from - 1];
  return from === sentenceStart(words, at) || before?.lower === 'from' || /^[—–-]/.test(before?.text ?? '');
}

function insideLabel(
  story: Story,
  { words }: Clauses,
  paragraph: number,
  at: number,
  name: string,
): Finding | 'nobody' {
  const quote = words[at];
  const figures = bearersOf(story.cast, name).filter((one) => one.isPerson);
  const figure = figures[0] ?? story.labelled.get(name);
  // A label that stands for no name ("MODERATOR") ends the speech before and names nobody.
  if (!quote || !figure || figures.length > 1) return 'nobody';
  const start = quote.start + story.text.slice(quote.start, quote.end).indexOf(name);
  const subject: Subject = { kind: 'name', from: at, to: at + 1, mention: null, head: at };
  return {
    resolved: { kind: 'person', figure, how: 'name', certain: true },
    paragraph,
    subject,
    mention: { start, end: start + name.length },
    cue: null,
    reason: 'label',
    certain: true,
  };
}

export function signature({ story, clauses, paragraph, at }: Place): Finding | null {
  const { words } = clauses;
  if (!/^(?:[—―–-]|--)$/.test(words[at + 1]?.text ?? '')) return null;
  const subject = subjectAt(clauses, at + 2);
  if (subject?.kind !== 'name' || words.length - subject.to > LONGEST_SIGNATURE) return null;
  const ends = !words[subject.to] || /^[.,(]$/.test(words[subject.to]?.text ?? '');
  const resolved = ends ? resolve(story, paragraph, subject) : null;
  return (
    resolved && {
      resolved,
      paragraph,
      subject,
      cue: { from: at + 1, to: at + 2 },
      reason: 'label',
      certain: true,
    }
  );
}
/** Most words after the name of a signature ("— Ann Lee, the author of …"). */
const LONGEST_SIGNATURE = 12;
