import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../articles/article.js';
import { readLocatedYaml } from '../articles/located-yaml.js';
import { rejection, warning } from '../articles/problem.js';
import { readRegularFile } from '../articles/read-file.js';
import type { Correction, Misfit } from '../quotes/corrections.js';

const MAX_LENGTH = 256 * 1024;
const name = z.string('is no text').trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const names = z.array(name, 'is no list').max(100, 'has more than 100 lines');

const EntrySchema = z.strictObject(
  {
    name,
    rename: name.optional(),
    aliases: names.default([]),
    merge: names.default([]),
    split: z
      .array(
        z.strictObject({ name, articles: names.min(1, 'is empty') }, 'has no name and articles'),
        'is no list',
      )
      .max(50, 'has more than 50 parts')
      .default([]),
  },
  'it is no entry with a “name:”',
);
const FileSchema = z.strictObject(
  { people: z.array(z.unknown(), 'is no list').max(1000, 'has more than 1000 entries') },
  'it has no list “people:”',
);

/** What a file of corrections holds. `hash` stands for its contents. */
export type PeopleFile = { corrections: Correction[]; problems: Problem[]; hash: string };

/** The same with where it stands. */
export type FoundPeopleFile = PeopleFile & { path: string };

const REMEDY =
  'write each entry as in the example in docs/operating.md (name, and rename, aliases, merge or split), then reload';

/** Reads the file of an admin's corrections of people. What is wrong with it is a problem and never stops the rest. */
export async function readPeopleFile(path: string): Promise<PeopleFile> {
  const file = basename(path);
  const read = await readRegularFile(path, file);
  if ('problem' in read) return { corrections: [], problems: [read.problem], hash: '' };
  return parsePeopleFile(Buffer.from(read.bytes).toString('utf8'), file);
}

/** The corrections in the text of such a file. An entry that is wrong is left out, with a problem. */
export function parsePeopleFile(source: string, file: string): PeopleFile {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const hash = createHash('sha256').update(text).digest('hex');
  const rejected = (line: number, why: string): PeopleFile => ({
    corrections: [],
    problems: [
      rejection(file, { what: 'its corrections of people were not used', why, remedy: REMEDY }, line),
    ],
    hash,
  });
  if (text.length > MAX_LENGTH) return rejected(1, `it is longer than ${MAX_LENGTH} characters`);
  const yaml = readLocatedYaml(text);
  if (!yaml.ok) return rejected(yaml.line, yaml.why);
  if (yaml.value === null) return { corrections: [], problems: [], hash };
  const whole = FileSchema.safeParse(yaml.value);
  if (!whole.success) {
    const [issue] = whole.error.issues;
    return rejected(yaml.lineOf(issue?.path ?? []), issue ? said(issue) : 'it has no list “people:”');
  }
  const corrections: Correction[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of whole.data.people.entries()) {
    const at = ['people', index];
    const parsed = EntrySchema.safeParse(entry);
    if (parsed.success) {
      corrections.push({ ...parsed.data, line: yaml.lineOf(at) });
      continue;
    }
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const line = yaml.lineOf([...at, ...(issue?.path ?? []), ...unknown]);
    const why = issue ? said(issue) : 'it is not valid';
    problems.push(warning(file, { what: `entry ${index + 1} was not used`, why, remedy: REMEDY }, line));
  }
  return { corrections, problems, hash };
}

/** A correction that fits nobody, as a problem of its file. */
export function misfitProblem(path: string, { line, what, why }: Misfit): Problem {
  const remedy = 'write names as /people shows them, and articles by their path in the article set';
  return warning(basename(path), { what, why, remedy }, line);
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no field “${issue.keys[0] ?? ''}”`;
  const where = issue.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ');
  return where ? `“${where}” ${issue.message}` : issue.message;
}
