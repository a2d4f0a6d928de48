import type { Article, ReadResult } from '../../articles/article.js';
import { isCalendarDate } from '../../text/dates.js';
import type { Words } from '../../words/words.js';
import { snapshotDigest, writeCustomId } from '../custom-id.js';
import { shorten } from '../cut.js';
import { cutLines } from '../cut-lines.js';
import { type Button, buttonRow, divider, small, text, type View, view } from '../view.js';
import { problemLine } from './problems.js';

/** Of one file. */
export const MOST_ARTICLES = 6;
const MOST_PROBLEMS = 4;

/** A file that was sent: what came out of it, or why it was not read. */
export type Sent = { name: string } & ({ result: ReadResult; known: ReadonlySet<string> } | { why: string });

/** What was extracted from the files, and buttons that store or discard them, by `id`; no buttons where there is nothing to store. */
export function addedView(sent: readonly Sent[], id: string | null, owner: string, words: Words): View {
  const says = words.archive.add;
  const articles = sent.reduce((sum, one) => sum + ('result' in one ? one.result.articles.length : 0), 0);
  const room = Math.floor(3000 / sent.length);
  return view([
    text(`**${id === null ? says.nothing : says.found(articles)}**`),
    ...sent.flatMap((one) => [divider(), text(cutLines(fileLines(one, words), room))]),
    ...(id === null ? [] : [buttonRow(buttons(id, owner, words))]),
    ...(id === null ? [] : [text(small(says.notYet))]),
  ]);
}

/** What some of the files could not be stored for, which were stored before that, and the button to try again. */
export function notStoredView(
  why: string,
  stored: readonly string[],
  id: string,
  owner: string,
  words: Words,
): View {
  const title = stored.length === 0 ? words.archive.notChanged : storedLine(stored, words);
  return view([text(`**${title}**\n${why}`), buttonRow(buttons(id, owner, words).slice(0, 1))]);
}

/** The names that files got in the folder of articles. */
export function storedLine(names: readonly string[], { archive }: Words): string {
  return archive.add.stored(names.map((name) => shorten(name, 80)));
}

function fileLines(one: Sent, words: Words): string[] {
  const { archive, source } = words;
  const head = `**${shorten(one.name, 80)}**`;
  if ('why' in one) return [words.labelled(head, one.why)];
  const { articles, problems } = one.result;
  const lines = articles.slice(0, MOST_ARTICLES).map((article) => articleLine(article, one.known, words));
  if (articles.length > MOST_ARTICLES) lines.push(`- ${source.more(articles.length - MOST_ARTICLES)}`);
  const told = problems.slice(0, MOST_PROBLEMS).map((problem) => problemLine(problem, words));
  if (problems.length > MOST_PROBLEMS) told.push(`- ${source.more(problems.length - MOST_PROBLEMS)}`);
  return [
    head,
    ...lines,
    ...(told.length > 0 ? [words.count.problems(problems.length), ...told] : []),
    ...(articles.length === 0 ? [archive.add.notStored] : []),
  ];
}

function articleLine(article: Article, known: ReadonlySet<string>, words: Words): string {
  const says = words.archive.add;
  const day = article.publishedAt?.slice(0, 10);
  const facts = [
    article.publication ? shorten(article.publication, 80) : says.noPublication,
    day && isCalendarDate(day) ? words.date(day) : words.source.noDate,
    article.authors.length > 0 ? shorten(article.authors.join(', '), 100) : says.noAuthor,
    says.paragraphs(article.paragraphs.length),
    ...(known.has(article.id) ? [says.known] : []),
  ];
  return `- ${shorten(article.title, 150)}\n  ${facts.join(' · ')}`;
}

function buttons(id: string, owner: string, { archive }: Words): Button[] {
  return [
    { label: archive.add.store, disabled: false, customId: confirmId('store', id, owner) },
    { label: archive.add.discard, disabled: false, customId: confirmId('discard', id, owner) },
  ];
}

/** The custom id of a button that does `command` to one thing: eight characters of sent files, or an article's id. */
export function confirmId(command: string, choice: string, owner: string): string {
  const page = { at: 0, owner, private: true, snapshot: snapshotDigest(''), item: null };
  return writeCustomId({ ...page, command, choice });
}
