import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord.js';
import type { Archive } from '../archive/archive.js';
import { TRANSLATIONS, type Words } from '../words/words.js';
import type { Command } from './command.js';

/** A command as /help lists it: plain text. */
export type HelpEntry = {
  /** As it is typed ("/archive status"), or as the menu of a message shows it. */
  name: string;
  /** What it does, in its own words; null for a command on a message, whose name says so. */
  description: string | null;
  /** The whole of what may be typed, with what the archive holds; null where it takes nothing that the archive could give. */
  example: string | null;
  kind: 'everybody' | 'message' | 'admin';
};

/** Something of the archive for each option that can be filled with it, by the option's name. */
export type Samples = ReadonlyMap<string, string>;

const LONGEST_QUOTE = 120;
/** People with few words are quoted on nothing in particular; so many are looked at for one who is. */
const MOST_TRIED = 5;

/** What examples are made of: whoever is quoted most, what they are quoted on, their words, an article that quotes them. */
export async function samplesOf(archive: Archive): Promise<Samples> {
  const samples = new Map<string, string>();
  const set = (value: string | undefined | null, ...options: string[]) => {
    if (value) for (const option of options) samples.set(option, value);
  };
  const { people } = await archive.people({ limit: MOST_TRIED });
  const [most] = people;
  if (!most) {
    const [article] = await archive.articles({ limit: 1 });
    set(article?.title, 'title', 'article', 'topic', 'question');
    set(article?.publication, 'publication');
    return samples;
  }
  const profiles = await Promise.all(people.map(({ id }) => archive.person({ id })));
  const person = (profiles.find(({ person }) => (person?.topics.length ?? 0) > 0) ?? profiles[0])?.person;
  const { name, id } = person ?? most;
  const { quotations } = await archive.quotes({ person: name, id, limit: 20 });
  const article = person?.quotedIn[0]?.article;
  // A name or two words say more than one word in lower case.
  const topic = person?.topics.find((each) => /[\p{Lu}\s]/u.test(each)) ?? person?.topics[0];
  set(name, 'person', 'name');
  set(topic ?? name, 'topic', 'about');
  set(article?.title, 'title', 'article');
  set(article?.publication, 'publication');
  const words = quotations.find(({ text }) => text.length <= LONGEST_QUOTE && text.split(/\s+/).length > 3);
  // The comma of “…,” she said.
  set(words?.text.replace(/,$/, ''), 'quote');
  // In English whatever the reader's language is: so are questions read.
  set(`What did ${name} say${topic ? ` about ${topic}` : ''}?`, 'question');
  return samples;
}

/** What `commands` offer, those for admins only where `isAdmin`, in the words of a language. */
export function helpEntries(
  commands: readonly Command[],
  samples: Samples,
  isAdmin: boolean,
  words: Words,
): HelpEntry[] {
  return commands
    .filter(({ adminOnly }) => isAdmin || !adminOnly)
    .flatMap(({ definition, adminOnly, name }): HelpEntry[] => {
      if (!('description' in definition))
        return [
          {
            name,
            description: null,
            example: null,
            kind: definition.type === ApplicationCommandType.Message ? 'message' : 'everybody',
          },
        ];
      return typedForms(definition, words).map(({ path, description, options }) => ({
        name: `/${path}`,
        description,
        example: exampleOf(path, options, samples),
        kind: adminOnly ? 'admin' : 'everybody',
      }));
    })
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

const KINDS: readonly HelpEntry['kind'][] = ['everybody', 'message', 'admin'];

type Described = {
  name: string;
  description: string;
  description_localizations?: Partial<Record<string, string | null>> | null | undefined;
  options?: readonly APIApplicationCommandOption[] | undefined;
};

/** A command, or each of its subcommands, with the options to fill in. */
function typedForms(
  command: Described,
  words: Words,
  before = '',
): { path: string; description: string; options: APIApplicationCommandBasicOption[] }[] {
  const path = `${before}${command.name}`;
  const options: APIApplicationCommandBasicOption[] = [];
  const forms = (command.options ?? []).flatMap((option) => {
    if (
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup
    )
      return typedForms(option, words, `${path} `);
    options.push(option);
    return [];
  });
  if (forms.length > 0) return forms;
  const locale = TRANSLATIONS.find((translation) => translation.words === words)?.locale;
  const translated = locale && command.description_localizations?.[locale];
  return [{ path, description: translated ?? command.description, options }];
}

/** The command with all that it needs, or with the first option that the archive has something for where it needs nothing. */
function exampleOf(
  path: string,
  options: readonly APIApplicationCommandBasicOption[],
  samples: Samples,
): string | null {
  const required = options.filter((option) => option.required);
  const filled = required.length > 0 ? required : options.filter(({ name }) => samples.has(name)).slice(0, 1);
  if (filled.length === 0 || !filled.every(({ name }) => samples.has(name))) return null;
  return [`/${path}`, ...filled.map(({ name }) => `${name}: ${samples.get(name)}`)].join(' ');
}
