import { ComponentType } from 'discord.js';
import type { Problem } from '../../articles/article.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { oneLine } from '../escape.js';
import { small, text, type View, view } from '../view.js';
import { pager } from './paging.js';

const PROBLEMS_PER_PAGE = 6;
const ROOM = 480;
const FILE = 'problems.txt';
/** Discord takes files of 10 MiB from a bot; https://discord.com/developers/docs/reference#uploading-files. */
const MOST_BYTES = 8_000_000;

/** A page of the problems of an article set, and all of them as a file. */
export function problemsView(
  problems: readonly Problem[],
  turning: Turning,
  snapshot: string,
  words: Words,
): View {
  const says = words.archive.problems;
  if (problems.length === 0) return view([text(`**${says.none}**`)]);
  const from = turning.at < problems.length ? turning.at : 0;
  const shown = problems.slice(from, from + PROBLEMS_PER_PAGE);
  const { components } = view([
    text(`**${words.count.problems(problems.length)}**`),
    text(shown.map((problem) => problemLine(problem, words)).join('\n')),
    { type: ComponentType.File, file: { url: `attachment://${FILE}` } },
    ...pager({
      command: 'problems',
      range: says.range,
      words,
      turning,
      snapshot,
      page: { at: from, count: shown.length, previous: Math.max(0, from - PROBLEMS_PER_PAGE) },
      total: problems.length,
    }),
    text(small(says.whatNow)),
  ]);
  return { components, files: [{ name: FILE, data: inFile(problems, words) }] };
}

/** As many as a message takes, and how many are left out. */
function inFile(problems: readonly Problem[], words: Words): Buffer {
  const parts: string[] = [];
  let bytes = 0;
  for (const problem of problems) {
    const part = asText(problem, words);
    bytes += Buffer.byteLength(part) + 2;
    if (bytes > MOST_BYTES) break;
    parts.push(part);
  }
  const left = problems.length - parts.length;
  if (left > 0) parts.push(words.archive.problems.leftOut(left));
  return Buffer.from(parts.join('\n\n'));
}

/** A problem as an item of a list. Markdown. */
export function problemLine({ file, line, what, why, remedy }: Problem, { labelled, reload }: Words): string {
  const name = shorten(file, 120);
  const place = line === null ? name : reload.line(name, line);
  return `- ${labelled(`**${place}**`, shorten([what, why, remedy].map(sentence).join(' '), ROOM - 150))}`;
}

function asText(
  { file, line, rejected, what, why, remedy }: Problem,
  { archive, labelled, reload }: Words,
): string {
  const says = archive.problems.inFile;
  const place = line === null ? file : reload.line(file, line);
  return [
    `${oneLine(place)} (${rejected ? says.notUsed : says.used})`,
    `  ${oneLine(what)}`,
    `  ${labelled(says.why, oneLine(why))}`,
    `  ${labelled(says.remedy, oneLine(remedy))}`,
  ].join('\n');
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
