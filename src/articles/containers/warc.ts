import type { Problem } from '../article.js';
import { rejection, warning } from '../problem.js';
import type { Budget, Container, Part } from './container.js';
import { readResponse } from './http-response.js';
import { warcRecords } from './warc-records.js';

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);

/** A web archive. Its parts are the pages that were served whole: responses of HTML with a status of 200 to 299. */
export const warc: Container = {
  kind: 'a WARC web archive',
  accepts: (bytes) => /^WARC\/1\.\d/.test(String.fromCharCode(...bytes.subarray(0, 8))),
  *open({ place, bytes }, budget) {
    for (const { number, fields, block, fault } of warcRecords(bytes)) {
      const own = `${place}#${number}`;
      if (budget.parts <= 0) {
        yield { problem: refused(place, 'it has more pages than are read') };
        return;
      }
      if (fault !== null) yield { problem: refused(own, fault) };
      else if (fields.get('warc-type') === 'response') yield* openResponse(own, fields, block, budget);
      // A million empty records are work too.
      if (fault !== null) budget.parts--;
    }
  },
};

function* openResponse(
  place: string,
  fields: ReadonlyMap<string, string>,
  block: Buffer,
  budget: Budget,
): Generator<{ part: Part } | { problem: Problem }> {
  const response = readResponse(block);
  if (!response || response.status < 200 || response.status > 299 || !HTML_TYPES.has(response.mediaType))
    return;
  budget.parts--;
  const body = response.body(budget);
  if ('fault' in body) {
    yield { problem: refused(place, body.fault) };
    return;
  }
  const cut = body.cut ?? (fields.has('warc-truncated') ? 'the crawler cut it off' : null);
  if (cut !== null)
    yield {
      problem: warning(place, { what: 'its end may be missing', why: cut, remedy: 'save the page again' }),
    };
  const url = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  const part: Part = { place, name: nameFromUrl(url), bytes: body.bytes, isPage: true };
  if (url !== '') part.url = url;
  if (response.charset !== null) part.charset = response.charset;
  yield { part };
}

// A page of a web archive has no file name; the last part of its address stands in for it.
function nameFromUrl(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').filter(Boolean).at(-1) ?? 'page';
  return /\.x?html?$/i.test(last) ? last : `${last}.html`;
}

function refused(place: string, why: string): Problem {
  return rejection(place, { what: 'it was not read', why, remedy: 'save the page again' });
}
