import type { Citation } from '../../archive/cite/citation.js';
import { CITATION_FORMATS } from '../../archive/cite/cite.js';
import type { Span } from '../../text/span.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { CUT, cutToFit } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { type Opened, passageId, refOf, saidIn, tabRow } from '../passage.js';
import { type Button, buttonRow, small, text, type View, view } from '../view.js';
import { changedLine } from './paging.js';

/** Most characters of a title, a name and the like, tried in turn; of authors a twentieth of that, and addresses three times it. */
const SHORTER = [1000, 200, 80, 30];

/** Room for the line that says that the words were cut. */
const NOTE_ROOM = 120;

/** Words with their reference, in the format that is asked for by its number from 1 on, ready to be copied. */
export function citeView(opened: Opened, asked: number, turning: Turning, words: Words): View {
  const [first] = CITATION_FORMATS;
  const format = CITATION_FORMATS[asked - 1] ?? first;
  const { result, article, words: passage } = opened;
  const inside = result.paragraphs.filter(({ start, end }) => start < passage.end && end > passage.start);
  const head = [
    text(`### ${words.cite.heading}`),
    ...changedLine(turning, result.snapshot, words),
    text(small(words.cite.copy)),
    formatRow(format.name, opened, turning, words),
  ];
  const tabs = tabRow('cite', opened, turning, words);
  const whole: Citation = {
    words: passage.text,
    article,
    paragraph: inside[0]?.index ?? 0,
    lastParagraph: inside.at(-1)?.index ?? 0,
    speaker: saidIn(opened)?.speaker ?? null,
  };
  const block = (citation: Citation) => codeBlock(format.language, format.write(citation));
  const room = LIMITS.text - measure([...head, tabs]).text - NOTE_ROOM;
  // Half of the room is for the words, whatever the article says of itself.
  const fits = (citation: Citation) => bytes(block({ ...citation, words: CUT })) <= room / 2;
  const reference = SHORTER.map((most) => withFields(whole, most)).find(fits) ?? withFields(whole, 0);
  const write = ({ start, end }: Span) => {
    const cut = end < passage.text.length ? CUT : '';
    return block({ ...reference, words: passage.text.slice(start, end) + cut });
  };
  const all = { start: 0, end: passage.text.length };
  const shown = cutToFit(passage.text, all, room, (span) => bytes(write(span)));
  const isCut = shown.end < all.end || block(reference) !== block(whole);
  const note = isCut ? [text(small(words.cite.cut))] : [];
  return view([...head, text(write(shown)), ...note, tabs]);
}

function formatRow(current: string, opened: Opened, turning: Turning, words: Words) {
  return buttonRow(
    CITATION_FORMATS.map(({ name }, index): Button => {
      const customId = passageId('cite', refOf(opened), index + 1, turning.owner, opened.result.snapshot);
      return { label: name === 'Text' ? words.cite.text : name, customId, disabled: name === current };
    }),
  );
}

/** A citation whose fields have at most so many characters each. */
function withFields(citation: Citation, most: number): Citation {
  const cut = (value: string) => (value.length <= most ? value : `${value.slice(0, most)}${CUT}`);
  const address = (url: string | null) => (url && url.length <= 3 * most ? url : null);
  const { article, speaker } = citation;
  const { archivedUrl, ...rest } = article;
  const archived = address(archivedUrl ?? null);
  return {
    ...citation,
    article: {
      ...rest,
      title: cut(article.title),
      publication: article.publication && cut(article.publication),
      authors: article.authors.slice(0, Math.max(1, most / 20)).map(cut),
      url: address(article.url),
      ...(archived && { archivedUrl: archived }),
    },
    speaker: speaker && { name: cut(speaker.name), role: speaker.role && cut(speaker.role) },
  };
}

// Nothing can be escaped in a code block; a space of no width keeps the text from ending it.
function codeBlock(language: string, content: string): string {
  const inner = content
    .replaceAll('\r\n', '\n')
    .replace(/`(?=`)/g, '`\u200B')
    .trimEnd();
  return `\`\`\`${language}\n${inner}\n\`\`\``;
}
