import { readAddedFile, safeFileName } from '../src/archive/added-file.js';
import { type Context, defineOpener } from '../src/discord/command.js';
import type { Attached } from '../src/discord/options.js';
import { addedView, MOST_ARTICLES, type Sent } from '../src/discord/render/added.js';
import { notice } from '../src/discord/render/notice.js';
import { problemsView } from '../src/discord/render/problems.js';
import { gapsView, statusView } from '../src/discord/render/status.js';
import { defineSubcommand, defineSubcommands } from '../src/discord/subcommands.js';
import { suggestArticles } from '../src/discord/suggest.js';
import type { View } from '../src/discord/view.js';
import type { Incoming } from '../src/state/incoming.js';
import { UNKNOWN } from '../src/state/servers.js';
import { askRemoval, mayChangeArticles } from './archive-changes.js';

const FILES = {
  file: { kind: 'file', required: true },
  file2: { kind: 'file' },
  file3: { kind: 'file' },
  file4: { kind: 'file' },
  file5: { kind: 'file' },
} as const;

const status = defineSubcommand({
  name: 'status',
  says: (words) => words.archive.status,
  options: {},
  private: () => true,
  run: async (_, { whole, state, asker, words }) =>
    statusView(
      await whole.status(),
      {
        memory: process.memoryUsage().rss,
        now: new Date(),
        health: await state.health(),
        isShut: state.servers.of(asker.guild) === UNKNOWN,
      },
      words,
    ),
});

/** A page of problems; its buttons turn it. */
async function problemsPage({ whole, turning, words }: Context): Promise<View> {
  const [{ snapshot }, problems] = await Promise.all([whole.status(), whole.problems()]);
  return problemsView(problems, turning, snapshot, words);
}

/** The page buttons of /archive problems. */
export const problemPages = defineOpener({
  name: 'problems',
  adminOnly: true,
  turns: true,
  options: {},
  run: (_, context) => problemsPage(context),
});

const gaps = defineSubcommand({
  name: 'gaps',
  says: (words) => words.archive.gaps,
  options: { clear: { kind: 'flag' } },
  private: () => true,
  async run({ clear }, { state, asker, words }) {
    if (!state.gaps.kept) return notice(words.archive.gaps.notKept.title, words.archive.gaps.notKept.words);
    if (asker.guild === null) return notice(words.server.onlyInServers);
    if (clear) await state.gaps.clear(asker.guild);
    return gapsView(await state.gaps.of(asker.guild), words);
  },
});

/** Fetches and reads one attached file as the set would. */
async function readSent(file: Attached, { whole, house, words }: Context) {
  const downloaded = await house.download(file);
  if (!downloaded.ok) return { sent: { name: file.name, why: words.archive.add.refused[downloaded.why] } };
  const name = safeFileName(file.name);
  const result = await readAddedFile(house.articles, name, downloaded.bytes);
  const ids = result.articles.slice(0, MOST_ARTICLES).map(({ id }) => id);
  const known = new Set((await whole.articles({ ids })).map(({ id }) => id));
  return {
    sent: { name: file.name, result, known },
    incoming: result.articles.length > 0 ? { name, bytes: downloaded.bytes } : undefined,
  };
}

/** The same files with names that differ. */
function namedApart(files: readonly Incoming[]): Incoming[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    let free = name;
    for (let number = 2; taken.has(free); number++) free = name.replace(/(\.[^.]*)?$/, `-${number}$1`);
    taken.add(free);
    return { name: free, bytes };
  });
}

const add = defineSubcommand({
  name: 'add',
  says: (words) => words.archive.add,
  options: FILES,
  private: () => true,
  async run(values, context) {
    const { state, asker, words } = context;
    if (!mayChangeArticles(context)) return notice(words.archive.operatorsOnly);
    const sent: Sent[] = [];
    const incoming: Incoming[] = [];
    // One at a time: no more than one file's bytes are being read.
    for (const file of Object.values(values)) {
      const read = await readSent(file, context);
      sent.push(read.sent);
      if (read.incoming) incoming.push(read.incoming);
    }
    const id = incoming.length > 0 ? await state.incoming.keep(namedApart(incoming)) : null;
    return addedView(sent, id, asker.user, words);
  },
});

const remove = defineSubcommand({
  name: 'remove',
  says: (words) => words.archive.remove,
  options: { article: { kind: 'text', max: 100, required: true, suggest: suggestArticles } },
  private: () => true,
  run: async ({ article }, context) =>
    mayChangeArticles(context) ? askRemoval(article, context) : notice(context.words.archive.operatorsOnly),
});

/** /archive: how the archive is, and what it holds, for admins. */
export const archive = defineSubcommands({
  name: 'archive',
  says: (words) => words.archive.description,
  subcommands: [
    status,
    defineSubcommand({
      name: 'problems',
      says: (words) => words.archive.problems,
      options: {},
      private: () => true,
      run: (_, context) => problemsPage(context),
    }),
    gaps,
    add,
    remove,
  ],
});
