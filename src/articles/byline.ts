import { cleanValue } from './clean.js';
import { MAX_AUTHORS } from './limits.js';

const BY = /^(?:(?:written|words|reporting|report|story)\s+)?by(?:\s*:\s*|\s+)(?=\S)/i;
const SEPARATOR = /\s*(?:,|;|\s&\s|\s(?:and|with)\s)\s*/i;
const NAME =
  /^(?:[\p{Lu}][\p{L}\p{M}'’.-]*)(?:\s+(?:(?:van|von|de|der|den|da|di|du|del|della|la|le|el|al|bin|ibn|ben|ter|ten|dos|das|y)\s+)*[\p{Lu}][\p{L}\p{M}'’.-]*){0,4}$/u;
const ROLE =
  /(?<!\p{L})(?:editor|correspondent|reporter|writer|columnist|staff|contributor|chief|journalist|special|political|business|sports?|features?|analyst|agencies|bureau)(?!\p{L})/iu;
const MAX_WORDS = 25;

/** The names in a byline ("By Jane Roe and Ann Poe, Political Editor"); null where the line is none. */
export function bylineAuthors(line: string): string[] | null {
  const by = BY.exec(line);
  if (!by) return null;
  const rest = cleanValue(line.slice(by[0].length));
  if (rest === '' || rest.split(' ').length > MAX_WORDS) return null;
  const parts = rest.split(SEPARATOR).filter((part) => part !== '');
  const first = parts[0];
  if (first === undefined || !NAME.test(first)) return null;
  // After the names come roles and places of work: "Jane Roe, Political Editor", "Jane Roe, CNN".
  const names = parts.filter(
    (part, at) => at === 0 || (NAME.test(part) && part.includes(' ') && !ROLE.test(part)),
  );
  // A sentence that starts with "By" goes on in small letters.
  const others = parts.filter((part) => !names.includes(part));
  if (others.some((part) => !ROLE.test(part) && !/^\p{Lu}/u.test(part))) return null;
  return names.slice(0, MAX_AUTHORS);
}

/** "Jane Roe and Ann Poe" as two names. A role after a comma ("Jane Roe, Editor") is not split off. */
export function splitAuthors(value: string): string[] {
  return cleanValue(value)
    .split(/\s*(?:;|\s&\s|\sand\s)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
