import { attribute, type Element } from './tree.js';

const MAX_NAMES_LENGTH = 500;
const MODIFIERS = new Set('has is with without no non not js show enable after before'.split(' '));

/** The class names and the id of an element. */
export function namesOf(element: Element): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`;
}

/**
 * The words that class names and ids are made of, and the pairs of neighbours: "read-more hasTags" gives read,
 * more, readmore. What follows a word like "has" tells what an element has, not what it is.
 */
export function nameWords(names: string): string[] {
  const words: string[] = [];
  for (const name of names.slice(0, MAX_NAMES_LENGTH).split(/\s+/)) {
    const parts = name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    parts.forEach((part, index) => {
      const before = parts[index - 1] ?? '';
      if (part === '' || MODIFIERS.has(before)) return;
      words.push(part);
      if (before !== '') words.push(before + part);
    });
  }
  return words;
}

const BODY =
  /(?:^|[\s_-])(?:article|story|entry|post|news|content)[_-]{0,2}(?:body|content|text|copy)(?:$|[\s_-])|articlebody|storybody/i;

/** True where an element's names or its `itemprop` say that it holds an article's text. */
export function namesBody(element: Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'html') return false;
  return /^articlebody$/i.test(attribute(element, 'itemprop')) || BODY.test(namesOf(element));
}
