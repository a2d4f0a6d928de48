import { join } from 'node:path';
import { folderTrouble, moveArticleFileOut, storeArticleFile } from '../src/archive/article-files.js';
import { findShownFile } from '../src/archive/shown-file.js';
import type { ArticleRef } from '../src/articles/article.js';
import { type Context, defineOpener } from '../src/discord/command.js';
import { shorten } from '../src/discord/cut.js';
import { throttled } from '../src/discord/progress.js';
import { notStoredView, storedLine } from '../src/discord/render/added.js';
import { notice } from '../src/discord/render/notice.js';
import { progressView, reloadView } from '../src/discord/render/reload.js';
import { removalView } from '../src/discord/render/removal.js';
import { small, text, type View } from '../src/discord/view.js';

// Titles that differ in accents and capitals alone.
const MOST_TITLES = 50;

/** Whether the asker may add articles and take them out: an operator, or an admin where no operator is named. */
export function mayChangeArticles({ asker, house }: Pick<Context, 'asker' | 'house'>): boolean {
  return house.hasOperators ? asker.isOperator : asker.isAdmin;
}

/** The button that stores what /archive add has shown. Done again after a crash, it ends in the same. */
export const store = defineOpener({
  name: 'store',
  adminOnly: true,
  turns: true,
  options: {},
  async run(_, context) {
    const { state, house, turning, words } = context;
    if (!mayChangeArticles(context)) return notice(words.archive.operatorsOnly);
    const id = turning.choice ?? '';
    const files = await state.incoming.find(id);
    if (files.length === 0) return notice(words.archive.add.gone);
    const names: string[] = [];
    try {
      for (const { name, bytes } of files) names.push(await storeArticleFile(house.articles, name, bytes));
    } catch (error) {
      const why = troubleOf(error, context);
      return notStoredView(why, names, id, turning.owner, words);
    }
    await state.incoming.forget(id);
    return reloaded(context, [storedLine(names, words)]);
  },
});

/** The button that forgets what /archive add has shown. */
export const discard = defineOpener({
  name: 'discard',
  adminOnly: true,
  turns: true,
  options: {},
  async run(_, { state, turning, words }) {
    const was = await state.incoming.forget(turning.choice ?? '');
    return notice(was ? words.archive.add.discarded : words.archive.add.gone);
  },
});

/** Asks whether an article is to be taken out, or says why it cannot be. `typed` is its id or its title. */
export async function askRemoval(typed: string, context: Context): Promise<View> {
  const { asker, whole, words } = context;
  const [byId] = await whole.articles({ ids: [typed] });
  const article =
    byId ?? (await whole.articles({ title: typed, limit: MOST_TITLES })).find(({ title }) => title === typed);
  const found = await removable(article, context);
  return 'refused' in found ? found.refused : removalView(found.article, asker.user, words);
}

/** The button that takes an article's file out of the set. */
export const takeout = defineOpener({
  name: 'takeout',
  adminOnly: true,
  turns: true,
  options: {},
  async run(_, context) {
    const { whole, state, house, turning, words } = context;
    const says = words.archive.remove;
    if (!mayChangeArticles(context)) return notice(words.archive.operatorsOnly);
    const [chosen] = await whole.articles({ ids: [turning.choice ?? ''] });
    const found = await removable(chosen, context);
    if ('refused' in found) return found.refused;
    const { article } = found;
    let path: string;
    try {
      path = await moveArticleFileOut(house.articles, article.file, join(state.folder, 'removed'));
    } catch (error) {
      return notice(words.archive.notChanged, troubleOf(error, context));
    }
    const view = await reloaded(context, [says.done(shorten(path, 400))]);
    const [still] = await whole.articles({ ids: [article.id] });
    return still ? withLines(view, [says.still(shorten(still.file, 200))]) : view;
  },
});

/** An article whose file can be taken out; else what to say. */
async function removable(
  article: ArticleRef | undefined,
  { whole, house, words }: Context,
): Promise<{ article: ArticleRef } | { refused: View }> {
  const says = words.archive.remove;
  if (!article) return { refused: notice(says.unknown.title, says.unknown.words) };
  const inFile = await whole.articles({ file: article.file, limit: 2 });
  const why = await whyItStays(article, inFile, house.articles);
  return why
    ? { refused: notice(says[why].title, says[why].words(shorten(article.file, 200))) }
    : { article };
}

/** Why an article's file cannot be moved out; null where it can. */
async function whyItStays(
  { file }: ArticleRef,
  inFile: readonly ArticleRef[],
  folder: string,
): Promise<'shared' | 'missing' | 'several' | null> {
  if (inFile.some((other) => other.file !== file)) return 'shared';
  const { files, isPart } = await findShownFile(folder, file);
  if (files.length > 1 || (files.length === 1 && isPart)) return 'several';
  if (files.length === 1) return null;
  return isPart ? 'shared' : 'missing';
}

/** Reloads the archive, and shows what came of it below some lines of markdown. */
async function reloaded({ whole, update, words }: Context, lines: readonly string[]): Promise<View> {
  const progress = throttled(update);
  const report = await whole.reload((step) => progress.offer(() => progressView(step, words)));
  await progress.settled();
  return withLines(reloadView(report, words), lines);
}

function withLines({ components, ...rest }: View, lines: readonly string[]): View {
  const [container, ...more] = components;
  if (!container) return { components, ...rest };
  const parts = [text(lines.map(small).join('\n')), ...container.components];
  return { ...rest, components: [{ ...container, components: parts }, ...more] };
}

/** Why the folder could not be changed, in words. @throws what nobody expects of a file system */
function troubleOf(error: unknown, { words }: Context): string {
  const trouble = folderTrouble(error);
  if (trouble === 'other') throw error;
  return words.archive.trouble[trouble];
}
