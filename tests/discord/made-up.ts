import fc from 'fast-check';
import type {
  FoundQuotation,
  PeopleResult,
  PersonResult,
  PersonSummary,
  PrintedQuotation,
  QuotesResult,
  ReloadReport,
} from '../../src/archive/archive.js';
import { periodsOver } from '../../src/archive/time-periods.js';
import type { TimelineResult } from '../../src/archive/timeline.js';
import type { ArticleRef, Problem } from '../../src/articles/article.js';
import type { Turning } from '../../src/discord/command.js';
import type { Answer, AnswerPassage } from '../../src/search/answer.js';

/** Plain data for the tests of rendering: an invented town, invented people, and anything at all. */

export const turning: Turning = {
  at: 0,
  owner: '123456789012345678',
  private: false,
  since: null,
  choice: null,
  item: null,
};

export const article: ArticleRef = {
  id: '0c1dbead0c1dbead',
  file: 'wick/bridge.md',
  title: 'Bridge at Wickhollow to close',
  publication: 'Wickhollow Post',
  authors: ['Ada Fenn'],
  publishedAt: '2022-01-20',
  url: 'https://post.example/bridge',
};

/** A passage whose answer sentence is the `index`th of the given ones. */
export function passage(sentences: string[], index = 0, more: Partial<AnswerPassage> = {}): AnswerPassage {
  const text = sentences.join(' ');
  const base = 100;
  const before = sentences.slice(0, index).reduce((sum, sentence) => sum + sentence.length + 1, 0);
  return {
    text,
    start: base,
    end: base + text.length,
    paragraph: 6,
    lastParagraph: 6,
    article,
    answerSentence: { start: base + before, end: base + before + (sentences[index] ?? '').length },
    gaps: [],
    also: [],
    holds: ['bridge'],
    score: 1,
    ...more,
  };
}

export function answer(passages: AnswerPassage[], more: Partial<Answer> = {}): Answer {
  return {
    question: 'When does the bridge close?',
    filters: {},
    corrected: [],
    roles: [],
    period: null,
    snapshot: 'snapshot-1',
    answered: passages.length > 0,
    reason: passages.length > 0 ? null : 'no-match',
    confidence: 1,
    passages,
    nearest: [],
    unmatched: [],
    undatedLeftOut: 0,
    ...more,
  };
}

export const person: PersonSummary = {
  id: 'mabel-orr',
  name: 'Mabel Orr',
  aliases: ['Ms Orr'],
  roles: ['Mayor of Wickhollow'],
  articles: 2,
  quotations: 2,
  first: '2022-01-20',
  last: '2022-03-01',
};

/** A quotation said as in: "…," Ms Orr said. */
export function quotation(words: string, more: Partial<FoundQuotation> = {}): FoundQuotation {
  const evidence = `“${words},” Ms Orr said.`;
  const start = 201;
  const mention = evidence.indexOf('Ms Orr');
  const cue = evidence.indexOf('said');
  return {
    text: words,
    start,
    end: start + words.length,
    kind: 'direct',
    paragraph: 2,
    article,
    also: [],
    speaker: {
      name: 'Mabel Orr',
      kind: 'person',
      role: null,
      mention: { start: 200 + mention, end: 200 + mention + 6, text: 'Ms Orr' },
      cue: { start: 200 + cue, end: 200 + cue + 4, text: 'said' },
      evidence: { start: 200, end: 200 + evidence.length, text: evidence },
      reason: 'cue-after',
      confidence: 'certain',
    },
    ...more,
  };
}

export function quotes(quotations: FoundQuotation[], more: Partial<QuotesResult> = {}): QuotesResult {
  return {
    query: { person: 'Mabel Orr', offset: 0, limit: 10 },
    snapshot: 'snapshot-1',
    person,
    matched: 'full-name',
    others: [],
    total: quotations.length,
    quotations,
    undatedLeftOut: 0,
    ...more,
  };
}

const HOSTILE = [
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '||',
  '<',
  '>',
  '[',
  ']',
  '(',
  ')',
  '#',
  '-',
  '-#',
  '+',
  '1.',
  '@everyone',
  '<@123456789012345678>',
  '<#1>',
  '<:a:1>',
  '@here',
  '<@&1>',
  'discord.gg/abc',
  'https://discord.com/invite/abc',
  '[x](<javascript:alert(1)>)',
  'www.evil.example',
  '\u001B[31m',
  '\u009B2J',
  'e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A',
  '\u0489\u0489\u0489\u0489\u0489\u0489\u0489\u0489',
  '\u2067',
  '\u2069',
  '<t:1:R>',
  '</ask:1>',
  ':smile:',
  'https://evil.example/x',
  '\\',
  '](https://evil.example)',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\u202E',
  '\u2066',
  '\u200F',
  '\u0000',
  '\uD800',
  '\t',
  'سلام',
  'שלום',
  '漢字',
  'é',
  '👩‍👩‍👧',
  'word',
  'a',
  '.',
  '…',
  '“',
  '”',
  '"',
  '\u2028',
];

/** Text of the kinds that break messages. */
export function anyText(maxLength = 1500): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(fc.constantFrom(...HOSTILE), { maxLength: Math.ceil(maxLength / 4) })
        .map((parts) => parts.join('')),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('字', '字。', '**', '(', '\n', 'm', 'e\u0301', '😀', 'a ')
        .chain((part) => fc.integer({ min: 1, max: 4000 }).map((n) => part.repeat(n))),
    },
  );
}

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const anyArticle: fc.Arbitrary<ArticleRef> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{16}$/),
  file: anyText(200),
  title: anyText(400),
  publication: fc.option(anyText(300)),
  authors: fc.array(anyText(50), { maxLength: 2 }),
  publishedAt: fc.option(fc.oneof(anyDate, anyText(20))),
  url: fc.option(
    fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      anyText(600).map((path) => `https://x.example/${path}`),
      anyText(50),
    ),
  ),
  archivedUrl: anyText(600).map((path) => `https://copies.example/${path}`),
});

export const anyPassage: fc.Arbitrary<AnswerPassage> = fc
  .tuple(anyText(5000), fc.nat(), fc.nat(), fc.nat(9999), anyArticle, fc.boolean(), fc.nat(5))
  .map(([text, a, b, start, source, gap, paragraph]) => {
    const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
    return {
      text,
      start,
      end: start + text.length,
      paragraph,
      lastParagraph: paragraph + (gap ? 1 : 0),
      article: source,
      answerSentence: { start: start + from, end: start + to },
      gaps: gap ? [start] : [],
      also: gap ? Array.from({ length: paragraph }, () => ({ article: source, paragraph })) : [],
      holds: [text.slice(0, 300)],
      score: 1,
    };
  });

export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  question: anyText(4000),
  filters: fc.record(
    { person: anyText(400), publication: anyText(400), from: anyDate, to: anyDate },
    { requiredKeys: [] },
  ),
  snapshot: anyText(100),
  answered: fc.boolean(),
  reason: fc.constantFrom('no-match', 'weak-match', 'unknown-person', null),
  confidence: fc.constant(1),
  passages: fc.array(anyPassage, { maxLength: 5 }),
  nearest: fc.array(anyArticle, { maxLength: 3 }),
  corrected: fc.array(fc.record({ written: anyText(200), used: anyText(200) }), { maxLength: 3 }),
  roles: fc.array(
    fc.record({ written: anyText(200), name: anyText(200), seen: fc.constantFrom(null, '2022-01-20') }),
    { maxLength: 3 },
  ),
  period: fc.option(fc.constant({ from: '2020-01-01', to: '2020-12-31' })),
  unmatched: fc.array(anyText(200), { maxLength: 30 }),
  undatedLeftOut: fc.nat(2),
});

const anyPerson: fc.Arbitrary<PersonSummary> = fc.record({
  id: anyText(20),
  name: anyText(300),
  aliases: fc.array(anyText(20), { maxLength: 1 }),
  roles: fc.array(anyText(300), { maxLength: 3 }),
  articles: fc.nat(9),
  quotations: fc.nat(9),
  first: fc.option(anyDate),
  last: fc.option(anyDate),
});

const anyPrinted: fc.Arbitrary<PrintedQuotation> = fc
  .tuple(
    anyText(4000),
    anyText(2000),
    anyArticle,
    fc.nat(100),
    fc.nat(),
    fc.nat(),
    fc.constantFrom('certain', 'likely', null),
  )
  .map(([words, proof, source, start, a, b, confidence]) => {
    const [from = 0, to = 0] = [a % (proof.length + 1), b % (proof.length + 1)].sort((x, y) => x - y);
    const mention = { start: from, end: to, text: proof.slice(from, to) };
    return {
      text: words,
      start,
      end: start + words.length,
      kind: 'direct' as const,
      paragraph: 0,
      article: source,
      speaker: confidence && {
        name: 'Mabel Orr',
        kind: 'person' as const,
        role: confidence === 'likely' ? words : null,
        mention,
        cue: null,
        evidence: { start: 0, end: proof.length, text: proof },
        reason: 'continued' as const,
        confidence,
      },
    };
  });

const anyQuotation: fc.Arbitrary<FoundQuotation> = fc
  .tuple(anyPrinted, fc.array(anyPrinted, { maxLength: 4 }))
  .map(([printed, also]) => ({ ...printed, also }));

export const anyQuotes: fc.Arbitrary<QuotesResult> = fc
  .tuple(
    fc.record(
      { person: anyText(400), about: anyText(800), from: anyDate, to: anyDate },
      { requiredKeys: ['person'] },
    ),
    fc.option(anyPerson),
    fc.constantFrom('full-name' as const, 'spelling' as const, null),
    fc.array(anyPerson, { maxLength: 5 }),
    fc.array(anyQuotation, { maxLength: 10 }),
    fc.nat(40),
  )
  .map(([query, found, matched, others, quotations, more]) => ({
    query,
    snapshot: 's',
    person: found && { ...found, id: 'shown' },
    matched,
    // No two people of an archive have one id.
    others: others.map((other, index) => ({ ...other, id: `${index}` })),
    total: quotations.length + more,
    quotations,
    undatedLeftOut: more,
  }));

export const anyPeople: fc.Arbitrary<PeopleResult> = fc
  .tuple(
    fc.record({ name: anyText(400) }, { requiredKeys: [] }),
    fc.array(anyPerson, { maxLength: 20 }),
    fc.nat(40),
  )
  .map(([query, people, more]) => ({ query, snapshot: 's', total: people.length + more, people }));

export const anyProfile: fc.Arbitrary<PersonResult> = fc
  .tuple(
    anyQuotes,
    fc.array(fc.record({ role: anyText(300), articles: fc.nat(9), first: anyArticle, last: anyArticle }), {
      maxLength: 9,
    }),
    fc.array(fc.record({ article: anyArticle, quotations: fc.nat(9) }), { maxLength: 20 }),
  )
  .map(([{ query, snapshot, matched, others, person: found }, roleHistory, quotedIn]) => ({
    query,
    snapshot,
    matched,
    others,
    person: found && {
      ...found,
      roleHistory,
      quotedIn,
      topics: roleHistory.slice(0, 6).map(({ role }) => role),
    },
  }));

export const anyProblem: fc.Arbitrary<Problem> = fc.record({
  file: anyText(300),
  line: fc.option(fc.nat()),
  rejected: fc.boolean(),
  what: anyText(300),
  why: anyText(300),
  remedy: anyText(300),
});

export const anyReport: fc.Arbitrary<ReloadReport> = fc.record({
  swapped: fc.boolean(),
  why: fc.option(anyText(2000)),
  snapshot: fc.constant('s'),
  articles: fc.nat(),
  added: fc.array(anyArticle, { maxLength: 5 }),
  changed: fc.array(anyArticle, { maxLength: 5 }),
  removed: fc.array(anyArticle, { maxLength: 5 }),
  problems: fc.array(anyProblem, { maxLength: 8 }),
  milliseconds: fc.nat(),
});

/** Periods of any time with any counts. */
export const anyPeriods: fc.Arbitrary<Pick<TimelineResult, 'every' | 'periods'>> = fc
  .tuple(anyDate, anyDate, fc.array(fc.nat(100_000), { minLength: 1, maxLength: 9 }))
  .map(([one, other, counts]) => {
    const [first, last] = [one, other].sort();
    const { every, periods } = periodsOver(first, last);
    return {
      every,
      periods: periods.map((period, at) => {
        const articles = counts[at % counts.length] ?? 0;
        return { ...period, articles, passages: articles, of: articles === 0 ? at % 2 : articles };
      }),
    };
  });

export const anyTimeline: fc.Arbitrary<TimelineResult> = fc
  .tuple(
    fc.record(
      { topic: anyText(800), person: anyText(400), publication: anyText(400), from: anyDate },
      { requiredKeys: ['topic'] },
    ),
    fc.option(anyPeriods),
    fc.array(anyPassage, { maxLength: 8 }),
    fc.nat(40),
    fc.array(fc.record({ written: anyText(200), used: anyText(200) }), { maxLength: 3 }),
    fc.array(anyText(200), { maxLength: 12 }),
  )
  .map(([query, chart, passages, more, corrected, unmatched]) => ({
    query,
    snapshot: 's',
    reason: passages.length > 0 ? null : 'no-match',
    every: chart?.every ?? 'month',
    periods: chart?.periods ?? [],
    dated: { articles: 1, passages: 1, of: 1 },
    undated: { articles: more, passages: more, of: more + 1 },
    total: passages.length + more,
    entries: passages.map(({ answerSentence, ...passage }) => ({
      ...passage,
      sentence: answerSentence,
      passages: more,
    })),
    corrected,
    unmatched,
    undatedLeftOut: more,
  }));
