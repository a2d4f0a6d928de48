import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Archive, ArticleQuery, PeopleQuery, QuoteQuery } from '../archive/archive.js';
import { ArchiveError } from '../archive/errors.js';
import { readPeopleFile } from '../archive/people-file.js';
import type { TimelineQuery } from '../archive/timeline.js';
import { articleRef, type ReadResult } from '../articles/article.js';
import { createParsePool } from '../articles/parse-pool.js';
import { type FileRead, readRegularFile } from '../articles/read-file.js';
import type { Filters } from '../search/answer.js';
import { isCalendarDate } from '../text/dates.js';
import { checkReport } from './check.js';
import { jsonLine, printableData } from './printable.js';
import { createProgressBar } from './progress.js';
import { renderAnswer, renderQuotes, renderRead, renderReload } from './render.js';
import { renderArticle } from './render-article.js';
import { renderCheck } from './render-check.js';
import { CITE_NAMES, citeAnswer, citeQuotes } from './render-cite.js';
import { renderPeople, renderProfile } from './render-people.js';
import { renderQuotations } from './render-quotations.js';
import { renderTimeline } from './render-timeline.js';
import { renderVerification } from './render-verify.js';
import { renderWhy } from './render-why.js';
import type { Screen, Streams } from './screen.js';

/** What the verbs need around them: the program's streams, and an archive to ask. */
export type Session = {
  streams: Streams;
  screen: Screen;
  /** Folder used where `--articles` is not given; null in the prompt, whose archive is open and the only one. */
  articles: string | null;
  /**
   * Calls `use` with the archive of `directory`, or with the one that is open; `lastFirst` begins with what the cache holds, whatever the
   * folder does.
   */
  withArchive(
    directory: string | undefined,
    use: (archive: Archive) => Promise<void>,
    how?: { lastFirst: boolean },
  ): Promise<void>;
  /** The verb did what it should but found something wrong: the program ends with this exit code. */
  fail(exitCode: number): void;
};

type OutputOptions = { json?: true };
/** What every verb on an archive takes. */
export type ArchiveOptions = OutputOptions & { articles?: string };
type Citing = { cite?: string };
type Narrowing = { publication?: string; from?: string; to?: string };

/** `ask`: the passages that answer a question. */
export function askVerb(session: Session): Command {
  return narrowed(archiveVerb(session, 'ask'))
    .description('answer a question with passages of the articles, word for word')
    .argument('<question...>', 'the question; "-" reads one from each line of standard input and prints JSON')
    .option('--person <name>', 'only passages that name this person or quote them')
    .addOption(citeOption())
    .action(async (words: string[], options: ArchiveOptions & Narrowing & Citing & { person?: string }) => {
      const { json, articles, cite, ...filters } = options;
      const question = words.join(' ');
      await session.withArchive(articles, (archive) =>
        question === '-' && session.articles !== null
          ? eachLine(session, (line) => archive.ask(line, filters))
          : print(session, json, archive.ask(question, filters satisfies Filters), (answer, screen) =>
              cite === undefined ? renderAnswer(answer, screen) : citeAnswer(answer, cite),
            ),
      );
    });
}

/** `quote`: what a person said. */
export function quoteVerb(session: Session): Command {
  return narrowed(archiveVerb(session, 'quote'))
    .description('what a person said, word for word, with the evidence for who said it')
    .argument('<person...>', 'a name; "-" reads one from each line of standard input and prints JSON')
    .option('--about <topic>', 'only quotations about this')
    .option('--offset <number>', 'how many quotations to skip', wholeNumber)
    .option('--limit <number>', 'how many quotations to show (at most 50)', wholeNumber)
    .addOption(citeOption())
    .action(async (words: string[], options: ArchiveOptions & Citing & Omit<QuoteQuery, 'person'>) => {
      const { json, articles, cite, ...query } = options;
      const person = words.join(' ');
      await session.withArchive(articles, (archive) =>
        person === '-' && session.articles !== null
          ? eachLine(session, (line) => archive.quotes({ ...query, person: line }))
          : print(session, json, archive.quotes({ ...query, person }), (result, screen) =>
              cite === undefined ? renderQuotes(result, screen) : citeQuotes(result, cite),
            ),
      );
    });
}

/** `people`: who is quoted. */
export function peopleVerb(session: Session): Command {
  return archiveVerb(session, 'people')
    .description('who is quoted in the articles, or one person’s roles and articles')
    .argument('[name...]', 'only people of this name')
    .option('--person <name>', 'one person: their roles over time and the articles that quote them')
    .option('--offset <number>', 'how many people to skip', wholeNumber)
    .option('--limit <number>', 'how many people to show', wholeNumber)
    .action(
      async (words: string[], options: ArchiveOptions & Omit<PeopleQuery, 'name'> & { person?: string }) => {
        const { json, articles, person, ...bounds } = options;
        const query = { ...bounds, ...(words.length > 0 && { name: words.join(' ') }) };
        await session.withArchive(articles, (archive) =>
          person === undefined
            ? print(session, json, archive.people(query), renderPeople)
            : print(session, json, archive.person({ person }), renderProfile),
        );
      },
    );
}

/** `article`: an article's own words. */
export function articleVerb(session: Session): Command {
  return archiveVerb(session, 'article')
    .description('an article, its quotations marked, with who said them')
    .argument('<title...>', 'its title, a part of that, or its id')
    .option('--offset <number>', 'how many paragraphs to skip', wholeNumber)
    .option('--limit <number>', 'how many paragraphs to show', wholeNumber)
    .action(async (words: string[], options: ArchiveOptions & Pick<ArticleQuery, 'offset' | 'limit'>) => {
      const { json, articles, ...bounds } = options;
      const query = { ...bounds, title: words.join(' ') };
      await session.withArchive(articles, (archive) =>
        print(session, json, archive.article(query), renderArticle),
      );
    });
}

/** `verify`: what the archive holds of a claimed quote. */
export function verifyVerb(session: Session): Command {
  return archiveVerb(session, 'verify')
    .description('check a quote against the articles: word for word, shortened, altered, or of someone else')
    .argument('<quote...>', 'the quote; "-" reads one from each line of standard input and prints JSON')
    .option('--person <name>', 'who is said to have said it')
    .action(async (words: string[], options: ArchiveOptions & { person?: string }) => {
      const { json, articles, ...claimed } = options;
      const quote = words.join(' ');
      await session.withArchive(articles, (archive) =>
        quote === '-' && session.articles !== null
          ? eachLine(session, (line) => archive.verify({ ...claimed, quote: line }))
          : print(session, json, archive.verify({ ...claimed, quote }), renderVerification),
      );
    });
}

/** `timeline`: how often, and when, the articles speak of a topic. */
export function timelineVerb(session: Session): Command {
  return narrowed(archiveVerb(session, 'timeline'))
    .description('how often, and when, the articles speak of a topic, with the dated passages')
    .argument('<topic...>', 'words that the passages must hold')
    .option('--person <name>', 'only passages that name this person or quote them')
    .option('--offset <number>', 'how many articles to skip', wholeNumber)
    .option('--limit <number>', 'how many articles to show (at most 50)', wholeNumber)
    .action(async (words: string[], options: ArchiveOptions & Omit<TimelineQuery, 'topic'>) => {
      const { json, articles, ...query } = options;
      await session.withArchive(articles, (archive) =>
        print(session, json, archive.timeline({ ...query, topic: words.join(' ') }), renderTimeline),
      );
    });
}

/** `reload`: read the article set again. */
export function reloadVerb(session: Session): Command {
  return archiveVerb(session, 'reload')
    .description('read the articles again and answer from them if they are good')
    .action(({ json, articles }: ArchiveOptions) =>
      session.withArchive(articles, async (archive) => {
        const bar = createProgressBar(session.streams.errors);
        const report = await archive.reload(bar.show).finally(bar.done);
        await print(session, json, report, renderReload);
      }),
    );
}

// What reads articles is loaded by the verbs that do; the bot and all other verbs start faster without.

/** `read`: files as the archive would hold them. */
export function readVerb(session: Session): Command {
  return withJson(new Command('read'))
    .description('show files as the archive would hold them, and what was left out and why')
    .argument('<file...>', 'files to read')
    .option('--why', 'show for every block of a web page whether it was kept, and by which rule')
    .action(async (files: string[], { json, why }: OutputOptions & { why?: true }) => {
      const { explainFile } = await import('../articles/html/explain.js');
      for (const file of files) {
        const read = await readRegularFile(file, file);
        const page = why && 'bytes' in read ? explainFile(read.bytes, file) : null;
        const result = await articlesIn(read, file);
        if (result.articles.length === 0) session.fail(1);
        if (page) await print(session, json, { file, ...page }, renderWhy);
        else await print(session, json, { file, ...result }, renderRead);
      }
    });
}

/** `quotes`: every quotation of files, with its speaker and the evidence. */
export function quotesVerb(session: Session): Command {
  return withJson(new Command('quotes'))
    .description('every quotation in files, with its speaker, the evidence, and how sure that is')
    .argument('<file...>', 'files to read')
    .action(async (files: string[], { json }: OutputOptions) => {
      const { extractQuotes } = await import('../quotes/extract.js');
      for (const file of files) {
        const { articles, problems } = await articlesIn(await readRegularFile(file, file), file);
        if (articles.length === 0) session.fail(1);
        const found = articles.map((article) => ({
          article: articleRef(article),
          quotations: extractQuotes(article.text),
        }));
        await print(session, json, { file, articles: found, problems }, renderQuotations);
      }
    });
}

/** `check`: is an article set good? */
export function checkVerb(session: Session & { articles: string; peopleFile: string | undefined }): Command {
  return withJson(new Command('check'))
    .description('read a folder of articles and report what is wrong; exit code 1 if a file was rejected')
    .argument('[folder]', 'the folder', session.articles)
    .action(async (directory: string, { json }: OutputOptions) => {
      const { readArticleSet } = await import('../articles/set.js');
      const pool = createParsePool();
      const bar = createProgressBar(session.streams.errors);
      const set = await readArticleSet(directory, {
        parse: pool.parse,
        onProgress: (done, total) => bar.show({ stage: 'reading', done, total }),
      }).finally(() => pool.close());
      bar.done();
      if (session.peopleFile !== undefined)
        set.problems.push(...(await readPeopleFile(session.peopleFile)).problems);
      const report = checkReport(set);
      if (report.rejected.length > 0) session.fail(1);
      await print(session, json, { directory, ...report }, renderCheck);
    });
}

async function articlesIn(read: FileRead, path: string): Promise<ReadResult> {
  if ('problem' in read) return { articles: [], problems: [read.problem] };
  const { readArticle } = await import('../articles/read.js');
  return readArticle(read.bytes, { name: basename(path) });
}

/** A verb on an archive, whose folder can be named where none is open. */
export function archiveVerb(session: Session, name: string): Command {
  const command = withJson(new Command(name));
  if (session.articles === null) return command;
  return command.option('--articles <folder>', 'the folder of articles', session.articles);
}

function withJson(command: Command): Command {
  return command.option('--json', 'print one JSON object a line instead of text');
}

function narrowed(command: Command): Command {
  return command
    .option('--publication <name>', 'only articles of this publication')
    .option('--from <date>', 'only articles of this day or later, as 2022-01-20', calendarDate)
    .option('--to <date>', 'only articles of this day or earlier, as 2022-01-20', calendarDate);
}

function citeOption(): Option {
  return new Option('--cite <format>', 'print each with its reference instead').choices(CITE_NAMES);
}

function calendarDate(value: string): string {
  if (!isCalendarDate(value)) throw new InvalidArgumentError('Not a date as 2022-01-20.');
  return value;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Not a whole number.');
  return Number(value);
}

/** Writes a result as text, or as a line of JSON. */
export async function print<Result>(
  { streams, screen }: Session,
  json: true | undefined,
  result: Result | Promise<Result>,
  render: (result: Result, screen: Screen) => string,
): Promise<void> {
  const value = await result;
  streams.output.write(`${json ? jsonLine(value) : render(printableData(value), screen)}\n`);
}

/** One JSON object a line; a line that means nothing gets its error, and the rest go on. */
async function eachLine(session: Session, answer: (line: string) => Promise<unknown>): Promise<void> {
  const { input, output } = session.streams;
  for await (const line of createInterface({ input })) {
    if (!line.trim()) continue;
    const value = await answer(line).catch((error: unknown) => {
      if (!(error instanceof ArchiveError) || error.code !== 'invalid') throw error;
      session.fail(1);
      return { error: { code: error.code, message: error.message } };
    });
    output.write(`${jsonLine(value)}\n`);
  }
}
