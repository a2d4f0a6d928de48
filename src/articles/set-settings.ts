import { z } from 'zod';
import { fold } from '../text/fold.js';
import type { Article, Problem } from './article.js';
import { fileMatcher } from './file-pattern.js';
import { readLocatedYaml } from './located-yaml.js';
import { warning } from './problem.js';
import { isoDate } from './readers/metadata.js';

/** The file at the root of an article set that says what its files do not say themselves. */
export const SETTINGS_FILE = 'archive.yaml';

/** Largest such file, in UTF-16 units, and most entries of one of its lists. */
const MAX_LENGTH = 256 * 1024;
const MAX_ENTRIES = 1000;

const text = (most: number) =>
  z.string('is no text').trim().min(1, 'is empty').max(most, `is longer than ${most} characters`);
const folder = text(500).transform((path) => path.replace(/^\.?\/+|\/+$/g, ''));
const host = text(250).transform((name) => name.toLowerCase().replace(/^www\./, ''));
const date = text(50).transform((value, context) => {
  const read = isoDate(value);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'is no date as 2022-01-20' });
  return z.NEVER;
});

const filePattern = text(200).refine(
  (pattern) => !pattern.startsWith('!'),
  'begins with “!”, which takes no files back in here',
);

const publication = z
  .strictObject({ folder: folder.optional(), host: host.optional(), name: text(500) }, 'is no entry')
  .refine((entry) => entry.folder !== undefined || entry.host !== undefined, 'has no folder and no host');
const dated = z.strictObject({ folder, date }, 'is no entry');

/** What an admin says of an article set. Plain data: it goes to other threads, and into the cache's key. */
export type SetSettings = {
  /** The publication of articles that name none, by the folder they are in or the host of their url; the first that fits. */
  publications: { folder?: string | undefined; host?: string | undefined; name: string }[];
  /** The date of articles that have none, by the folder they are in; the first that fits. */
  dates: { folder: string; date: string }[];
  /** Patterns of files that are passed over, as in a `.gitignore`. */
  ignore: string[];
  /** Paragraphs that are left out; `*` stands for any text. */
  remove: string[];
};

/** The settings of a set that has none. */
export const NO_SETTINGS: SetSettings = { publications: [], dates: [], ignore: [], remove: [] };

const SECTIONS = ['publications', 'dates', 'ignore', 'remove'] as const;
const REMEDY = 'write it as in the example in docs/articles.md (“archive.yaml”), then reload';

/** The settings in the text of an `archive.yaml`. What is wrong is left out, with a problem that names its line. */
export function parseSetSettings(source: string): { settings: SetSettings; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (what: string, why: string, line: number) =>
    problems.push(warning(SETTINGS_FILE, { what, why, remedy: REMEDY }, line));
  const nothing = (why: string, line: number) => {
    wrong('it was not used', why, line);
    return { settings: NO_SETTINGS, problems };
  };
  const content = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (content.length > MAX_LENGTH) return nothing(`it is longer than ${MAX_LENGTH} characters`, 1);
  const yaml = readLocatedYaml(content);
  if (!yaml.ok) return nothing(yaml.why, yaml.line);
  const whole = z.record(z.string(), z.unknown()).safeParse(yaml.value ?? {});
  if (!whole.success) return nothing(`it is no list of fields such as ${SECTIONS.join(', ')}`, 1);

  function listOf<Entry>(section: keyof SetSettings, schema: z.ZodType<Entry>): Entry[] {
    const value = whole.data?.[section] ?? [];
    if (!Array.isArray(value)) {
      wrong(`“${section}” was not used`, 'it is no list', yaml.ok ? yaml.lineOf([section]) : 1);
      return [];
    }
    const entries: Entry[] = [];
    for (const [index, one] of value.slice(0, MAX_ENTRIES).entries()) {
      const parsed = schema.safeParse(one);
      const issues = parsed.error?.issues ?? [];
      // A misspelt field is also a missing one: the spelling is what to mend.
      const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
      const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      if (parsed.success) entries.push(parsed.data);
      else if (issue && yaml.ok)
        wrong(
          `entry ${index + 1} of “${section}” was not used`,
          said(issue),
          yaml.lineOf([section, index, ...issue.path, ...unknown]),
        );
    }
    if (value.length > MAX_ENTRIES)
      wrong(`only the first ${MAX_ENTRIES} entries of “${section}” were used`, 'it has more', 1);
    return entries;
  }

  for (const name of Object.keys(whole.data))
    if (!SECTIONS.some((known) => known === name))
      wrong(
        `“${name.slice(0, 100)}” was not used`,
        `it is none of ${SECTIONS.join(', ')}`,
        yaml.lineOf([name]),
      );
  const settings = {
    publications: listOf('publications', publication),
    dates: listOf('dates', dated),
    ignore: listOf('ignore', filePattern),
    remove: listOf('remove', text(500)),
  };
  return { settings, problems };
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no field “${issue.keys[0] ?? ''}”`;
  return issue.path.length > 0 ? `“${issue.path.join(' ')}” ${issue.message}` : `it ${issue.message}`;
}

/** Whether a file, by its path inside the set, is passed over: it or a folder that it is in fits a pattern. */
export function ignoredBy({ ignore }: SetSettings): (file: string) => boolean {
  if (ignore.length === 0) return () => false;
  const fits = ignore.map(fileMatcher);
  return (file) => {
    const parts = file.split('/');
    return parts.some((_, index) => fits.some((isMatch) => isMatch(parts.slice(0, index + 1))));
  };
}

/** The publication and the date that the settings give an article, where it has none itself. */
export function withDefaults<Draft extends Pick<Article, 'publication' | 'publishedAt' | 'url'>>(
  draft: Draft,
  file: string,
  { publications, dates }: SetSettings,
): Draft & { fromSettings: ('publication' | 'publishedAt')[] } {
  const isIn = (folder: string) => folder === '' || file.startsWith(`${folder}/`);
  const hostOf = draft.url === null ? null : new URL(draft.url).hostname.replace(/^www\./, '');
  const isAt = (host: string) => hostOf === host || hostOf?.endsWith(`.${host}`) === true;
  const named = publications.find(
    (entry) =>
      (entry.folder === undefined || isIn(entry.folder)) && (entry.host === undefined || isAt(entry.host)),
  );
  const dated = dates.find((entry) => isIn(entry.folder));
  const fromSettings: ('publication' | 'publishedAt')[] = [];
  if (draft.publication === null && named) fromSettings.push('publication');
  if (draft.publishedAt === null && dated) fromSettings.push('publishedAt');
  return {
    ...draft,
    publication: draft.publication ?? named?.name ?? null,
    publishedAt: draft.publishedAt ?? dated?.date ?? null,
    fromSettings,
  };
}

/** The pattern that takes a paragraph out, if one does. Case, accents and the form of quotation marks do not count. */
export function removedBy({ remove }: SetSettings): (paragraph: string) => string | undefined {
  const patterns = remove.map((pattern) => ({ pattern, pieces: fold(pattern).split('*') }));
  if (patterns.length === 0) return () => undefined;
  return (paragraph) => {
    const folded = fold(paragraph);
    return patterns.find(({ pieces }) => fitsPieces(folded, pieces))?.pattern;
  };
}

// The first piece begins the text, the last ends it, and the others stand between them in their order.
function fitsPieces(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
