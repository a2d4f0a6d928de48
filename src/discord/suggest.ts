import type { Archive, PersonSummary } from '../archive/archive.js';
import type { Words } from '../words/words.js';
import { plainLine } from './cut.js';
import { oneLine } from './escape.js';
import { LIMITS } from './limits.js';
import type { Choice } from './options.js';

// Leaves room for where and when it was published, which tells titles apart.
const TITLE_ROOM = 70;

/** People whose name fits what has been typed, most quoted first. */
export async function suggestPeople(archive: Archive, typed: string, words: Words): Promise<Choice[]> {
  const { people } = await archive.people({ limit: LIMITS.choices, ...(typed.trim() && { name: typed }) });
  return choices(people.map((person) => ({ name: describe(person, words), value: person.name })));
}

/** Publications whose name holds what has been typed, in the order of the alphabet. */
export async function suggestPublications(archive: Archive, typed: string): Promise<Choice[]> {
  const names = await archive.publications({ name: typed });
  return choices(names.map((name) => ({ name, value: name })));
}

/** Articles whose title fits what has been typed, best first; the newest where nothing has been. Their ids are what is sent. */
export async function suggestArticles(archive: Archive, typed: string, words: Words): Promise<Choice[]> {
  const articles = await archive.articles({ title: typed, limit: LIMITS.choices });
  return choices(
    articles.map(({ id, title, publication, publishedAt }) => {
      const details = [publication, publishedAt && words.date(publishedAt)].filter(Boolean).join(', ');
      return { name: details ? `${plainLine(title, TITLE_ROOM)} (${details})` : title, value: id };
    }),
  );
}

/** Choices that Discord takes: at most 25, each once, names cut; a value too long to send is left out. */
export function choices(found: readonly Choice[]): Choice[] {
  const byValue = new Map<string, Choice>();
  for (const { name, value } of found) {
    const sent = oneLine(value);
    const shown = cutName(oneLine(name));
    if (shown && sent && sent.length <= LIMITS.choiceName && !byValue.has(sent)) {
      byValue.set(sent, { name: shown, value: sent });
    }
  }
  return [...byValue.values()].slice(0, LIMITS.choices);
}

function describe({ name, quotations, roles }: PersonSummary, { count }: Words): string {
  const quoted = quotations > 0 ? ` (${count.quotations(quotations)})` : '';
  return `${name}${roles[0] ? `, ${roles[0]}` : ''}${quoted}`;
}

function cutName(name: string): string {
  if (name.length <= LIMITS.choiceName) return name;
  // By code points, so that no character is halved.
  let cut = '';
  for (const character of name) {
    if (cut.length + character.length > LIMITS.choiceName - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
