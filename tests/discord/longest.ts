import type { FoundQuotation, PersonProfile, PersonSummary } from '../../src/archive/archive.js';
import type { TimelineResult } from '../../src/archive/timeline.js';
import type { Article, ArticleRef, Problem } from '../../src/articles/article.js';
import type { Turning } from '../../src/discord/command.js';
import { tabRow } from '../../src/discord/passage.js';
import { addedView, notStoredView } from '../../src/discord/render/added.js';
import { alertView } from '../../src/discord/render/alert.js';
import { answerView } from '../../src/discord/render/answer.js';
import { articleView } from '../../src/discord/render/article.js';
import { citeView } from '../../src/discord/render/cite.js';
import { contextView } from '../../src/discord/render/context.js';
import { evidenceView } from '../../src/discord/render/evidence.js';
import { followsView } from '../../src/discord/render/follows.js';
import { helpView } from '../../src/discord/render/help.js';
import { peopleView } from '../../src/discord/render/people.js';
import { problemsView } from '../../src/discord/render/problems.js';
import { profileView } from '../../src/discord/render/profile.js';
import { quotesView } from '../../src/discord/render/quotes.js';
import { reloadView } from '../../src/discord/render/reload.js';
import { removalView } from '../../src/discord/render/removal.js';
import { serverView } from '../../src/discord/render/server.js';
import { gapsView, statusView } from '../../src/discord/render/status.js';
import { timelineView } from '../../src/discord/render/timeline.js';
import { verificationView } from '../../src/discord/render/verify.js';
import type { View } from '../../src/discord/view.js';
import type { Quotation } from '../../src/quotes/quotation.js';
import type { Verification, VerifiedSource } from '../../src/quotes/verify/verification.js';
import type { Answer, AnswerPassage } from '../../src/search/answer.js';
import { MOST_FOLLOWS } from '../../src/state/follows.js';
import { MOST_NAMED } from '../../src/state/servers.js';
import type { Slice } from '../../src/text/span.js';
import type { Words } from '../../src/words/words.js';
import { openedAt, readerOf } from './made-article.js';

export const OWNER = '9'.repeat(20);
const turning: Turning = {
  at: 0,
  owner: OWNER,
  private: false,
  since: 'elsewhere',
  choice: null,
  item: null,
};
const times = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

const monthFrom = (at: number) => {
  const month = `20${10 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}`;
  return { from: `${month}-01`, to: `${month}-28` };
};

/** Every view with everything in it, and all of that as long as it can be, or a share of that. Text is `fill` again and again. */
export function longestViews(fill: string, share: number, words: Words): Record<string, View> {
  const of = (length: number) => {
    const text = fill.repeat(length / fill.length + 1).slice(0, Math.ceil(length * share));
    // No half of a character, and no space that is lost.
    return text.replace(/\p{Cs}|\s$/gu, 'x');
  };
  const address = (start: string) => `https://${start}.example/`.padEnd(300 * share, 'a');
  const article: ArticleRef = {
    ...{ id: 'a'.repeat(16), file: of(300), title: of(300), publication: of(200) },
    ...{ authors: times(9, () => of(60)), publishedAt: '2022-09-30' },
    ...{ url: address('page'), archivedUrl: address('copies') },
  };
  const also = times(9, (paragraph) => ({ article, paragraph: 900 + paragraph }));
  const filters = {
    ...{ person: of(100), publication: of(100), from: '2020-09-20', to: '2022-09-30' },
  };
  const corrected = times(4, () => ({ written: of(200), used: of(200) }));
  const slice = (start: number, length: number): Slice => ({ start, end: start + length, text: of(length) });

  const passages = times(8, (at): AnswerPassage => {
    const { text, ...span } = slice(at * 3000, 3000);
    return {
      ...{ text, ...span, paragraph: 998, lastParagraph: 999, article, also, answerSentence: span },
      ...{ gaps: [span.start + 5], holds: [of(300)], score: 1 },
    };
  });
  const answer: Answer = {
    ...{ question: of(2000), snapshot: 'b', answered: false, reason: 'weak-match', confidence: 0.3, filters },
    ...{ passages: passages, nearest: times(5, () => article), roles: [], corrected },
    ...{ period: null, unmatched: times(12, () => of(300)), undatedLeftOut: 99_999 },
  };

  const said: Quotation = {
    ...{ ...slice(0, 3000), kind: 'direct', paragraph: 998 },
    speaker: {
      ...{ name: of(300), kind: 'person', role: of(300), mention: slice(3000, 300), cue: slice(3300, 300) },
      evidence: slice(0, 4000),
      ...{ reason: 'noun-cue', confidence: 'likely' },
    },
  };
  const quotation: FoundQuotation = { ...said, article, also: also.map((place) => ({ ...said, ...place })) };
  const person = (id: string): PersonSummary => ({
    ...{ id, name: of(300), aliases: times(9, () => of(100)), roles: times(9, () => of(300)) },
    ...{ articles: 123_456, quotations: 123_456, first: '2020-09-20', last: '2022-09-30' },
  });
  const profile: PersonProfile = {
    ...person('shown'),
    roleHistory: times(9, () => ({ role: of(300), articles: 99_999, first: article, last: article })),
    quotedIn: times(40, () => ({ article, quotations: 99_999 })),
    topics: times(6, () => of(100)),
  };
  const meant = { matched: 'spelling' as const, others: times(5, (at) => person(`${at}`)), snapshot: 'b' };
  const quotes = {
    ...{ ...meant, query: { ...filters, about: of(200) }, total: 99_999, person: profile },
    quotations: times(6, (at) => ({ ...quotation, ...slice(at, 3000) })),
    undatedLeftOut: 99_999,
  };

  const source: VerifiedSource = {
    ...{ article, paragraph: 998, text: slice(0, 3000), match: 'altered', quoted: 'all', joined: false },
    ...{ speaker: said.speaker, around: slice(5000, 4000), attribution: 'other' },
    parts: times(10, (at) => ({ kind: 'replaced', archive: slice(at * 300, 300), claim: slice(at, 300) })),
  };
  const verification: Verification = {
    ...{ query: { quote: of(2000), person: of(100) }, snapshot: 'b', verdict: 'altered', people: [] },
    ...{ sources: times(6, (at) => ({ ...source, text: slice(at, 3000) })), total: 99_999 },
  };
  const timeline: TimelineResult = {
    ...{ query: { topic: of(200), ...filters }, snapshot: 'b', reason: null, every: 'month', corrected },
    periods: times(48, (at) => ({
      ...monthFrom(at),
      ...{ articles: 99_999, passages: 99_999, of: 99_999 },
    })),
    ...{ dated: { articles: 99_999, passages: 99_999, of: 99_999 } },
    ...{ undated: { articles: 99_999, passages: 99_999, of: 99_999 }, total: 99_999 },
    ...{ unmatched: times(12, () => of(300)), undatedLeftOut: 99_999 },
    entries: passages.map((passage) => ({ ...passage, sentence: passage.answerSentence, passages: 999 })),
  };

  const read = readerOf(
    times(3, () => of(3000)),
    { ...article, gaps: times(40, (at) => 20 + at * 50) },
    times(40, (at) => ({
      ...{ ...slice(at * 60, 50), kind: 'direct', paragraph: 0 },
      speaker: said.speaker && { ...said.speaker, name: `${at}${of(300)}` },
    })),
  );
  const opened = openedAt(read, 0, 3000);
  const which = {
    ...read.read(0),
    article: null,
    fits: 99_999,
    others: times(5, (at) => ({ ...article, id: `${at}`.repeat(16) })),
  };

  const problem: Problem = {
    file: of(300),
    line: 99_999,
    rejected: true,
    what: of(300),
    why: of(300),
    remedy: of(300),
  };
  const problems = times(40, () => problem);
  const report = {
    ...{ snapshot: 'b', articles: 99_999, milliseconds: 99_999, problems },
    ...{ added: times(9, () => article), changed: times(9, () => article), removed: times(9, () => article) },
  };
  const sent: Article = { ...article, tagline: null, paragraphs: ['a'], text: 'a', removed: [], gaps: [] };
  const result = { articles: times(20, () => sent), problems };
  const follow = {
    id: 9,
    guild: OWNER,
    channel: OWNER,
    kind: 'person' as const,
    what: of(200),
    locale: 'en',
  };
  const entry = { name: of(100), description: of(300), example: of(600), kind: 'admin' as const };
  const counts = { articles: 99_999, passages: 999_999, quotations: 999_999, people: 999_999 };
  const archive = {
    ...counts,
    snapshot: 'b',
    builtAt: '2022-09-30T00:00:00Z',
    directory: '',
    engine: 'opensearch',
  };

  return {
    answer: answerView(answer, turning, words),
    'no answer': answerView({ ...answer, passages: [] }, turning, words),
    quotations: quotesView(quotes, turning, words),
    'no quotations': quotesView({ ...quotes, quotations: [] }, turning, words),
    evidence: evidenceView(quotation, 'b', turning, words, [tabRow('proof', opened, turning, words)]),
    verification: verificationView(verification, turning, words),
    people: peopleView(
      { query: { name: of(100) }, snapshot: 'b', total: 99_999, people: times(20, (at) => person(`${at}`)) },
      turning,
      words,
    ),
    profile: profileView({ ...quotes, person: profile }, of(100), turning, words),
    timeline: timelineView(timeline, turning, words, { png: Buffer.from('') }),
    'timeline without its chart': timelineView(timeline, turning, words, { failure: '01234567' }),
    'no timeline': timelineView({ ...timeline, reason: 'no-match', entries: [] }, turning, words, null),
    article: articleView(read.read(0), of(300), turning, words),
    'several articles': articleView(which, of(300), turning, words),
    context: contextView(opened, null, turning, words),
    'further on': contextView(opened, read.article.paragraphs[0]?.length ?? 0, turning, words),
    ...Object.fromEntries(times(5, (at) => [`citation ${at + 1}`, citeView(opened, at + 1, turning, words)])),
    alert: alertView(
      follow,
      times(9, () => ({ key: '', text: of(3000), article, paragraph: 998, isQuote: true })),
      words,
    ),
    follows: followsView(
      times(MOST_FOLLOWS, (id) => ({ ...follow, id, paused: 'forbidden' as const })),
      words,
    ),
    problems: problemsView(problems, turning, 'b', words),
    reload: reloadView({ ...report, swapped: true, why: null }, words),
    'failed reload': reloadView({ ...report, swapped: false, why: of(2000) }, words),
    removal: removalView(article, OWNER, words),
    'files sent': addedView(
      times(5, () => ({ name: of(300), result, known: new Set([article.id]) })),
      'abcd-_12',
      OWNER,
      words,
    ),
    'files not stored': notStoredView(
      words.archive.trouble.full,
      times(5, () => of(300)),
      'abcd-_12',
      OWNER,
      words,
    ),
    server: serverView(
      {
        private: true,
        channels: times(MOST_NAMED, () => OWNER),
        publications: times(MOST_NAMED, () => of(100)),
      },
      words,
    ),
    status: statusView(
      { ...archive, problems: problems.length },
      {
        ...{ memory: 9e9, now: new Date('2026-09-30') },
        health: { unusable: 'damaged', unread: true, movedAside: times(5, () => of(999)) },
      },
      words,
    ),
    gaps: gapsView(
      times(500, () => ({ question: of(2000), count: 99_999, last: '2022-09-30' })),
      words,
    ),
    help: helpView(
      times(40, () => entry),
      { articles: 99_999, snapshot: 'b' },
      turning,
      words,
    ),
  };
}
