import { bylineAuthors } from '../byline.js';
import { plainValue, readBody } from './body.js';
import { bodyDraft } from './body-draft.js';
import type { Item, Notes } from './items.js';
import {
  authorNames,
  dateOf,
  type Fields,
  fieldOf,
  isFields,
  languageOf,
  listOf,
  textOf,
  webUrl,
} from './values.js';

// Bodies and headlines: `body_html` in ninjs 1.x, a list of objects with a role in 2.x and 3.x.
const BODY = /^body_/;
const HEADLINE = /^headline(?:_|$)/;

/** True for a news item of IPTC ninjs, which always has a `uri`: https://iptc.org/std/ninjs/userguide/ */
export function isNinjs(fields: Fields): boolean {
  if (typeof fields['uri'] !== 'string' || '@type' in fields) return false;
  const signs = ['standard', 'bodies', 'headlines', 'versioncreated', 'firstcreated', 'pubstatus', 'byline'];
  return signs.some((sign) => sign in fields) || Object.keys(fields).some((key) => BODY.test(key));
}

/** Reads a ninjs item of any version. Pictures and the like are left out, and what was withdrawn. */
export function readNinjs(fields: Fields, notes: Notes): Item {
  const refused = refusal(fields);
  if (refused) return notes.refused('it was left out', ...refused);
  const body = bodyOf(fields);
  if (body === null) return notes.refused('it was left out', 'it has no body that is text', FULL_TEXT);
  const byline = fieldOf(fields, ['by', 'byline'], notes) ?? '';
  const headline = headlineOf(fields);
  return bodyDraft(readBody(body), notes, {
    title: headline === null ? null : plainValue(headline),
    publication: fieldOf(fields, ['copyrightholder'], notes) ?? sourceOf(fields),
    authors: authorNames(bylineAuthors(`By ${byline}`) ?? [byline]),
    publishedAt: dateOf(fields, ['firstcreated', 'contentcreated', 'versioncreated'], notes),
    // Most identifiers are no addresses (`urn:`, `tag:`), and that is no fault.
    url: webUrl(textOf(fields, ['uri'], notes) ?? ''),
    ...languageOf(fieldOf(fields, ['language'], notes)),
  });
}

const FULL_TEXT = 'export the items with their text';

function refusal(fields: Fields): [why: string, remedy: string] | null {
  const { type, pubstatus } = fields;
  if (pubstatus === 'canceled' || pubstatus === 'withheld')
    return [`its publisher marks it as ${pubstatus}`, 'take it out of the export'];
  if (typeof type === 'string' && !['text', 'composite', 'component'].includes(type))
    return [`it is of the type ${type.slice(0, 40)}, not text`, 'take it out of the export'];
  return null;
}

// Text that says where its paragraphs end is better than text that may not.
function bodyOf(fields: Fields): string | null {
  const bodies = [
    ...listOf(fields['bodies']).flatMap((body) => (isFields(body) ? [body['value']] : [])),
    ...Object.keys(fields).flatMap((key) => (BODY.test(key) ? [fields[key]] : [])),
  ].filter((body) => typeof body === 'string');
  const texts = bodies.filter((body) => body.trim() !== '');
  return texts.find((body) => /<p[\s>]/i.test(body)) ?? texts[0] ?? null;
}

function headlineOf(fields: Fields): string | null {
  const headlines = listOf(fields['headlines']).filter(isFields);
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  if (typeof main?.['value'] === 'string') return main['value'];
  const single = Object.keys(fields).find((key) => HEADLINE.test(key) && typeof fields[key] === 'string');
  return single === undefined ? null : String(fields[single]);
}

function sourceOf(fields: Fields): string | null {
  const [source] = [...listOf(fields['infosources']), ...listOf(fields['infosource'])].filter(isFields);
  return typeof source?.['name'] === 'string' ? plainValue(source['name']) || null : null;
}
