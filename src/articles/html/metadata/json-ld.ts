import { MAX_JSON_LD_DEPTH, MAX_JSON_LD_LENGTH, MAX_JSON_LD_NODES } from '../../limits.js';
import { plain } from './values.js';

type Thing = Readonly<Record<string, unknown>>;

/** What a page says of an article in JSON-LD; nothing in it is trusted to be right. */
export type LinkedArticle = {
  headline: string | null;
  name: string | null;
  authors: { name: string; organisation: boolean }[];
  published: string | null;
  publisher: string | null;
  url: string | null;
  archivedUrl: string | null;
  language: string | null;
  body: string | null;
};

const ARTICLE = /(?:Article|BlogPosting|Report|Review|Recipe)$/;

/** The articles that a page's JSON-LD scripts describe, in their order. Scripts that are no JSON are left out. */
export function linkedArticles(scripts: readonly string[]): LinkedArticle[] {
  const byId = new Map<string, Thing>();
  const found: Thing[] = [];
  let nodes = 0;
  const walk = (value: unknown, depth: number): void => {
    if (depth > MAX_JSON_LD_DEPTH || ++nodes > MAX_JSON_LD_NODES) return;
    if (Array.isArray(value)) for (const item of value) walk(item, depth + 1);
    else if (isThing(value)) {
      const id = value['@id'];
      if (typeof id === 'string' && !byId.has(id) && value['@type'] !== undefined) byId.set(id, value);
      if (typesOf(value).some((type) => ARTICLE.test(type))) found.push(value);
      for (const [key, inner] of Object.entries(value))
        if (typeof inner === 'object' && key !== '@context') walk(inner, depth + 1);
    }
  };
  for (const script of scripts) walk(parseLoose(script), 0);
  return found.map((thing) => readArticle(thing, byId));
}

function readArticle(thing: Thing, byId: ReadonlyMap<string, Thing>): LinkedArticle {
  const resolve = (value: unknown): unknown => {
    if (!isThing(value) || value['name'] !== undefined) return value;
    const id = value['@id'];
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };
  const authors = listOf(thing['author'] ?? thing['creator'])
    .map(resolve)
    .flatMap(authorsOf)
    .filter(({ name }) => name !== '');
  return {
    headline: text(thing['headline']),
    name: text(thing['name']),
    authors,
    published: text(thing['datePublished']) ?? text(thing['dateCreated']),
    publisher: nameOf(resolve(listOf(thing['publisher'])[0])),
    url: addressOf(thing['url']) ?? addressOf(thing['mainEntityOfPage']),
    archivedUrl: addressOf(thing['archivedAt']),
    language: text(thing['inLanguage']),
    body: typeof thing['articleBody'] === 'string' ? thing['articleBody'] : null,
  };
}

function authorsOf(value: unknown): LinkedArticle['authors'] {
  if (typeof value === 'string') return [{ name: plain(value), organisation: false }];
  if (!isThing(value)) return [];
  const organisation = typesOf(value).some((type) => /Organization/i.test(type));
  const names = listOf(value['name']).flatMap((name) => text(name) ?? []);
  if (names.length > 0) return names.map((name) => ({ name, organisation }));
  const parts = [text(value['givenName']), text(value['familyName'])].filter((part) => part !== null);
  return [{ name: parts.join(' '), organisation }];
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).filter((type) => typeof type === 'string');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : value === undefined || value === null ? [] : [value];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? plain(first) || null : null;
}

function nameOf(value: unknown): string | null {
  return isThing(value) ? text(value['name']) : text(value);
}

function addressOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return isThing(first) ? (text(first['@id']) ?? text(first['url'])) : text(first);
}

// Sites put raw line ends into strings, comment marks around the script and semicolons after it.
function parseLoose(script: string): unknown {
  if (script.length > MAX_JSON_LD_LENGTH) return null;
  const bare = script
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\]\]>|\/\*\]\]>\*\/|\]\]>|;)\s*$/, '');
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ')])
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or none.
    }
  return null;
}
