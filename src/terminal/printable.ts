// What a terminal acts on: control characters but for line breaks and tabs, and those that turn the direction of writing.
const ACTS = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
const SHOWN = '\uFFFD';

/** Text that a terminal only shows: each character that it would act on becomes “�”, so that offsets stay as they are. */
export function printable(text: string): string {
  return text.replace(ACTS, SHOWN);
}

/** The same for every text in plain data. */
export function printableData<Data>(data: Data): Data {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value)),
  );
}

/** Plain data as JSON on one line, its control characters escaped, those that JSON itself allows too. */
export function jsonLine(data: unknown): string {
  return JSON.stringify(data).replace(
    ACTS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
