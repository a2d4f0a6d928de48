import { textsOf } from './components.js';
import type { Flaw } from './errors.js';
import { type JsonObject, lengthOf, listOf, numberOf, objectOf, objectsOf, stringOf } from './json.js';
import { componentFlaws } from './limits-components.js';

export const SUPPRESS_EMBEDS = 1 << 2;
export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;
export const SUPPRESS_NOTIFICATIONS = 1 << 12;
export const VOICE_MESSAGE = 1 << 13;
export const IS_COMPONENTS_V2 = 1 << 15;

/** A file of a multipart body; `field` is its part's name, such as `files[0]`. */
export type SentFile = { field: string; filename: string; size: number };

/** `create`: a reply or follow-up; `edit`: of a message that is there, whose flags and content are `now`. */
export type MessageCheck = {
  kind: 'create' | 'edit';
  files: SentFile[];
  now?: { flags: number; content: string; embeds: number };
  /** Bytes that one file may have. */
  maxFile: number;
};

const MAY_CREATE = SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | VOICE_MESSAGE | IS_COMPONENTS_V2;

/** What Discord would refuse in a message's body; `path` is where the body stands in the request. */
export function messageFlaws(body: JsonObject, check: MessageCheck, path: string[] = []): Flaw[] {
  const flaws: Flaw[] = [];
  const flaw = (at: string[], code: string, message: string) =>
    flaws.push({ path: [...path, ...at], code, message });
  const flags = numberOf(body['flags']) ?? 0;
  const v2 = isV2(body, check);
  const content = stringOf(body['content']);
  if (content !== undefined && lengthOf(content.trim()) > 2000)
    flaw(['content'], 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.');
  // On an edit Discord keeps to itself the flags that cannot be set there.
  if (check.kind === 'create' && (flags & ~MAY_CREATE) !== 0)
    flaw(['flags'], 'BITFIELD_NOT_ALLOWED', `The bits ${flags & ~MAY_CREATE} are not allowed.`);
  if (v2) {
    const left = body['content'] === undefined ? (check.now?.content ?? '') : (content ?? '');
    if (left !== '') flaw(['content'], ...LEGACY('content'));
    const embeds = body['embeds'] === undefined ? (check.now?.embeds ?? 0) : listOf(body['embeds']).length;
    if (embeds > 0) flaw(['embeds'], ...LEGACY('embeds'));
    for (const field of ['poll', 'sticker_ids'])
      if (body[field] != null && listOf(body[field]).length !== 0) flaw([field], ...LEGACY(field));
  }
  embedFlaws(body, flaw);
  flaws.push(...componentFlaws(body['components'], v2, [...path, 'components']));
  const mentions = objectOf(body['allowed_mentions']);
  for (const [index, kind] of listOf(mentions['parse']).entries())
    if (!['users', 'roles', 'everyone'].includes(String(kind)))
      flaw(
        ['allowed_mentions', 'parse', String(index)],
        'BASE_TYPE_CHOICES',
        "Value must be one of ('users', 'roles', 'everyone').",
      );
  for (const field of ['users', 'roles'])
    if (listOf(mentions['parse']).includes(field) && listOf(mentions[field]).length > 0)
      flaw(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${field}"] and ${field}: [ids...] are mutually exclusive.`,
      );
  if (check.files.length > 10)
    flaw(['attachments'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
  const names = new Set([
    ...check.files.map((file) => file.filename),
    ...objectsOf(body['attachments']).map((attachment) => stringOf(attachment['filename'])),
  ]);
  if (check.kind === 'create')
    for (const [, name] of JSON.stringify(body).matchAll(/"attachment:\/\/([^"\\]+)"/g))
      if (!names.has(name))
        flaw([], 'MESSAGE_ATTACHMENT_NOT_FOUND', `The referenced attachment ${name} was not uploaded.`);
  return flaws;
}

const LEGACY = (field: string): [string, string] => [
  'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
];

/** Whether the message has the components flag once the body is applied: it can be added but never removed. */
export function isV2(body: JsonObject, { now }: Pick<MessageCheck, 'now'>): boolean {
  return (((numberOf(body['flags']) ?? 0) | (now?.flags ?? 0)) & IS_COMPONENTS_V2) !== 0;
}

/** Whether a new message would show nothing at all, which Discord refuses with 50006. */
export function isEmpty(body: JsonObject, files: SentFile[]): boolean {
  return (
    (stringOf(body['content']) ?? '').trim() === '' &&
    files.length === 0 &&
    body['poll'] == null &&
    ['embeds', 'components', 'attachments', 'sticker_ids'].every((field) => listOf(body[field]).length === 0)
  );
}

/**
 * Discord answers 500 to components whose texts weigh more than about 10 kB in UTF-8, whatever their
 * count of characters: so 4000 Chinese characters (12 kB) fail. Undocumented; measured in
 * https://github.com/discord/discord-api-docs/issues/8554 as bytes + 12 for each text <= 10170.
 */
export function isTooHeavy(body: JsonObject): boolean {
  const texts = textsOf(body['components']);
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0) > 10_170;
}

function embedFlaws(body: JsonObject, flaw: (at: string[], code: string, message: string) => void): void {
  const embeds = objectsOf(body['embeds']);
  if (embeds.length > 10) flaw(['embeds'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
  let sum = 0;
  for (const [index, embed] of embeds.entries()) {
    const at = ['embeds', String(index)];
    const limit = (value: string | undefined, max: number, where: string[]) => {
      const length = lengthOf((value ?? '').trim());
      sum += length;
      if (length > max) flaw([...at, ...where], 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    };
    limit(stringOf(embed['title']), 256, ['title']);
    limit(stringOf(embed['description']), 4096, ['description']);
    limit(stringOf(objectOf(embed['footer'])['text']), 2048, ['footer', 'text']);
    limit(stringOf(objectOf(embed['author'])['name']), 256, ['author', 'name']);
    for (const place of [[], ['footer'], ['author'], ['image'], ['thumbnail']])
      for (const name of ['url', 'icon_url']) {
        const url = stringOf(place.reduce((inside, key) => objectOf(inside[key]), embed)[name]);
        if (url !== undefined && !/^(https?|attachment):\/\/./i.test(url))
          flaw([...at, ...place, name], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      }
    const seen = ['title', 'description', 'fields', 'footer', 'author', 'image', 'thumbnail', 'timestamp'];
    if (seen.every((name) => embed[name] == null || String(embed[name]).trim() === ''))
      flaw([...at, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
    const fields = objectsOf(embed['fields']);
    if (fields.length > 25) flaw([...at, 'fields'], 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
    for (const [place, field] of fields.entries())
      for (const [name, max] of [
        ['name', 256],
        ['value', 1024],
      ] as const) {
        const text = stringOf(field[name]);
        if ((text ?? '').trim() === '')
          flaw([...at, 'fields', String(place), name], 'BASE_TYPE_REQUIRED', 'This field is required');
        limit(text, max, ['fields', String(place), name]);
      }
  }
  if (sum > 6000) flaw(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}
