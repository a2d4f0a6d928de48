import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ENGINES, type EngineName } from './archive/engine-names.js';
import { WRONG_SETTINGS } from './exit-codes.js';
import type { OpenSearchSettings } from './search/opensearch/cluster.js';
import { readShards, type Shards } from './shards.js';
import { isTimeZone } from './text/dates.js';

/** Where the archive is kept between runs, unless a setting says otherwise. */
const CACHE = fileURLToPath(new URL('../../data/cache', import.meta.url));

/** What the bot remembers, unless a setting says otherwise. */
const STATE = fileURLToPath(new URL('../../data/state', import.meta.url));

/** The article set that ships with the program. `dist/src/config.js` is two folders below the root. */
const SHIPPED_ARTICLES = fileURLToPath(new URL('../../data/articles', import.meta.url));

const SNOWFLAKE = /^\d{17,20}$/;

/** An unset variable and an empty one mean the same: the default. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema);

/** Whether it leads to a machine and gives no secret away. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

const SettingsSchema = z.object({
  DISCORD_TOKEN: optional(
    z
      .string()
      .trim()
      .regex(/^\S+$/, 'has white space in it: copy the token again from the Developer Portal')
      .optional(),
  ),
  DISCORD_API_URL: optional(z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional()),
  SHARDS: optional(
    z
      .string()
      .trim()
      .default('auto')
      .transform((text, { addIssue }) => {
        const shards = text === 'auto' ? 'auto' : readShards(text);
        if (shards) return shards;
        addIssue('is neither auto, nor a number such as 10, nor a part of one such as 0-4/10');
        return z.NEVER;
      }),
  ),
  OPERATOR_IDS: optional(
    z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine(
        (ids) => ids.every((id) => SNOWFLAKE.test(id)),
        'is not a list of Discord user ids (17 to 20 digits, separated by commas)',
      ),
  ),
  ARTICLES_DIR: optional(z.string().default(SHIPPED_ARTICLES)),
  PEOPLE_FILE: optional(z.string().optional()),
  CACHE_DIR: optional(z.string().default(CACHE)),
  SEARCH_ENGINE: optional(z.enum(ENGINES, { error: `is none of ${ENGINES.join(', ')}` }).default('lunr')),
  OPENSEARCH_URLS: optional(
    z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine(
        (urls) => urls.every(isPlainAddress),
        'is not a list of http(s) addresses, separated by commas, without a name and a password in them',
      ),
  ),
  OPENSEARCH_USERNAME: optional(z.string().optional()),
  OPENSEARCH_PASSWORD: optional(z.string().optional()),
  OPENSEARCH_API_KEY: optional(
    z.string().trim().regex(/^\S+$/, 'has white space in it: copy the key again').optional(),
  ),
  OPENSEARCH_CA: optional(z.string().optional()),
  STATE_DIR: optional(z.string().default(STATE)),
  SHARED_STATE: optional(
    z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'is not a name of lower-case letters, digits and -')
      .optional(),
  ),
  KEEP_QUESTIONS: optional(
    z
      .enum(['true', 'false'], { error: 'is neither true nor false' })
      .default('false')
      .transform((value) => value === 'true'),
  ),
  ANSWER_CONFIDENCE: optional(
    z.coerce
      .number({ error: 'is not a number' })
      .min(0, 'is less than 0')
      .max(1, 'is more than 1')
      .optional(),
  ),
  TIME_ZONE: optional(
    z
      .string()
      .trim()
      .refine(isTimeZone, 'is not the name of a time zone such as Pacific/Auckland or UTC')
      .optional(),
  ),
  QUERY_TIMEOUT_SECONDS: optional(
    z.coerce
      .number({ error: 'is not a number' })
      .min(1, 'is less than 1')
      .max(600, 'is more than 600')
      .default(10),
  ),
  HTTP_PORT: optional(
    z.coerce
      .number({ error: 'is not a number' })
      .int('is not a whole number')
      .min(1, 'is less than 1')
      .max(65535, 'is more than 65535')
      .optional(),
  ),
  HTTP_HOST: optional(
    z
      .string()
      .trim()
      .regex(/^[\w.:-]+$/, 'is not an address such as 127.0.0.1')
      .default('127.0.0.1'),
  ),
  LOG_LEVEL: optional(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'is none of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info'),
  ),
});

export type Settings = {
  /** Absent: no bot, the terminal. */
  token: string | undefined;
  /** Absent: Discord's own API. */
  apiUrl: string | undefined;
  /** The connections to Discord that are made from here; `auto`: as many as Discord recommends. */
  shards: Shards | 'auto';
  /** Discord users who may reload whatever their rights in a server are. */
  operators: readonly string[];
  articles: string;
  /** A file of corrections of people. Absent: none. */
  peopleFile: string | undefined;
  /** The folder where the archive is kept between runs. */
  cache: string;
  /** What holds the full-text index. */
  engine: EngineName;
  /** The OpenSearch cluster and who asks it. Absent: none is named. */
  opensearch: OpenSearchSettings | undefined;
  /** The folder where the bot keeps what it is to remember. */
  state: string;
  /** Under which name bots share what they remember, in the OpenSearch cluster. Absent: it is in a file of this bot alone. */
  sharedState: string | undefined;
  /** Whether questions that get no answer are kept, without who asked. */
  keepQuestions: boolean;
  /** How sure an answer must be, from 0 to 1. Absent: as sure as the search itself asks for. */
  answerConfidence: number | undefined;
  /** Whose day "today" means. Absent: the machine's own zone. */
  timeZone: string | undefined;
  /** Milliseconds after which a query is abandoned. */
  queryTimeout: number;
  /** Where health and metrics are told over HTTP. Absent: nowhere. */
  http: { host: string; port: number } | undefined;
  logLevel: string;
};

/** The settings are wrong. The message names every variable that is, and never repeats a value. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  readonly exitCode = WRONG_SETTINGS;
}

/**
 * Settings from environment variables.
 * @throws {SettingsError} naming all wrong variables at once
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = SettingsSchema.superRefine(fitTogether).safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new SettingsError(
      ['These settings are wrong (see .env.example for what each one takes):', ...lines].join('\n'),
    );
  }
  const values = parsed.data;
  return {
    token: values.DISCORD_TOKEN,
    apiUrl: values.DISCORD_API_URL,
    shards: values.SHARDS,
    operators: values.OPERATOR_IDS,
    articles: values.ARTICLES_DIR,
    peopleFile: values.PEOPLE_FILE,
    cache: values.CACHE_DIR,
    engine: values.SEARCH_ENGINE,
    opensearch: openSearchOf(values),
    state: values.STATE_DIR,
    sharedState: values.SHARED_STATE,
    keepQuestions: values.KEEP_QUESTIONS,
    answerConfidence: values.ANSWER_CONFIDENCE,
    timeZone: values.TIME_ZONE,
    queryTimeout: values.QUERY_TIMEOUT_SECONDS * 1000,
    http: values.HTTP_PORT === undefined ? undefined : { host: values.HTTP_HOST, port: values.HTTP_PORT },
    logLevel: values.LOG_LEVEL,
  };
}

/** What each setting alone cannot tell. */
function fitTogether(values: z.infer<typeof SettingsSchema>, { addIssue }: z.RefinementCtx): void {
  const wrong = (name: keyof typeof values, message: string) =>
    addIssue({ code: 'custom', path: [name], message });
  const { SEARCH_ENGINE: engine, OPENSEARCH_URLS: urls } = values;
  if (engine === 'opensearch' && urls.length === 0)
    wrong('OPENSEARCH_URLS', 'is not set, and SEARCH_ENGINE=opensearch needs it');
  if (values.SHARED_STATE !== undefined && urls.length === 0)
    wrong('OPENSEARCH_URLS', 'is not set, and SHARED_STATE needs it');
  if ((values.OPENSEARCH_USERNAME === undefined) !== (values.OPENSEARCH_PASSWORD === undefined))
    wrong('OPENSEARCH_PASSWORD', 'and OPENSEARCH_USERNAME go together, and one of them is not set');
  if (values.OPENSEARCH_USERNAME !== undefined && values.OPENSEARCH_API_KEY !== undefined)
    wrong('OPENSEARCH_API_KEY', 'is set beside OPENSEARCH_USERNAME: leave one of them out');
}

function openSearchOf(values: z.infer<typeof SettingsSchema>): OpenSearchSettings | undefined {
  if (values.OPENSEARCH_URLS.length === 0) return undefined;
  return {
    nodes: values.OPENSEARCH_URLS,
    username: values.OPENSEARCH_USERNAME,
    password: values.OPENSEARCH_PASSWORD,
    apiKey: values.OPENSEARCH_API_KEY,
    ca: values.OPENSEARCH_CA,
  };
}
