import type { HeadLines } from '../head-lines.js';
import { addressDate, compactAddressDate, machineDate, printedDate } from './dates.js';
import { JSON_LD, metaValues, type PageFacts } from './facts.js';
import type { Candidate } from './title.js';

/** The days and instants of publication that a page gives, the surest first; never a day of a change. */
export function* dateCandidates(
  facts: PageFacts,
  url: string | null,
  { head }: HeadLines,
): Generator<Candidate> {
  for (const { value, place } of rawDates(facts)) {
    const date =
      machineDate(value) ?? (place === JSON_LD || place.startsWith('meta') ? printedDate(value) : null);
    if (date !== null) yield { value: date, place };
  }
  for (const { value, published } of facts.tags.times) {
    const date = published ? (machineDate(value) ?? printedDate(value)) : null;
    if (date !== null) yield { value: date, place: 'time of publication' };
  }
  const inAddress = url === null ? null : addressDate(url);
  if (inAddress !== null) yield { value: inAddress, place: 'address' };
  for (const line of head) {
    const date = printedDate(line);
    if (date !== null) yield { value: date, place: 'line at the headline' };
  }
  for (const { value, updated } of facts.tags.times) {
    const date = updated ? null : (machineDate(value) ?? printedDate(value));
    if (date !== null) yield { value: date, place: 'time' };
  }
  const inTitle = printedDate((facts.tags.title ?? '').slice(-20));
  if (inTitle !== null) yield { value: inTitle, place: 'title' };
  for (const text of facts.tags.dates) {
    const date = machineDate(text) ?? printedDate(text);
    if (date !== null) yield { value: date, place: 'date line' };
  }
  const inPath = url === null ? null : compactAddressDate(url);
  if (inPath !== null) yield { value: inPath, place: 'address' };
}

const DATE_NAMES =
  'article:published_time article:published datepublished og:published_time og:article:published_time article:published:time http://ogp.me/ns/article#published_time date.available date.created dc.date.issued dcterms.date dc.date dcterms.created dc.date.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime publish-date publishdate publish_date publication_date pubdate published_at published-date date article.created article_date_original rnews:datepublished bt:pubdate citation_publication_date'.split(
    ' ',
  );

function* rawDates({ tags, article }: PageFacts): Generator<Candidate> {
  if (article?.published) yield { value: article.published, place: JSON_LD };
  yield* metaValues(tags, DATE_NAMES);
}
