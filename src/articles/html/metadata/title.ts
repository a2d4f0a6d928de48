import { fold } from '../../../text/fold.js';

export type Candidate = { value: string; place: string };

/**
 * The title that most places of a page agree on; in a tie the first candidate wins. Also every other title, as
 * alternates. A site's own name at the end (" | The Gazette") is taken off first.
 */
export function chooseTitle(
  candidates: readonly Candidate[],
  siteNames: readonly string[],
): { title: Candidate | null; alternates: string[] } {
  const bare = candidates.map(({ value, place }) => ({
    value: withoutSite(value, siteNames, candidates),
    place,
  }));
  const votes = new Map<string, number>();
  for (const { value } of bare) votes.set(keyOf(value), (votes.get(keyOf(value)) ?? 0) + 1);
  let title: Candidate | null = null;
  for (const candidate of bare)
    if (!title || (votes.get(keyOf(candidate.value)) ?? 0) > (votes.get(keyOf(title.value)) ?? 0))
      title = candidate;
  const seen = new Set<string>(title ? [keyOf(title.value)] : []);
  const alternates: string[] = [];
  for (const { value } of [...bare, ...candidates]) {
    if (seen.has(keyOf(value))) continue;
    seen.add(keyOf(value));
    alternates.push(value);
  }
  return { title, alternates };
}

function keyOf(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

const SITE_SEPARATOR = /\s+(?:[|•·–—»]|-{1,2}|::)\s+|\s*[|｜ㅣ]\s*/gu;

function withoutSite(title: string, siteNames: readonly string[], candidates: readonly Candidate[]): string {
  const names = siteNames.map(keyOf).filter((name) => name !== '');
  let bare = title;
  for (let step = 0; step < 3; step++) {
    const separators = [...bare.matchAll(SITE_SEPARATOR)];
    const last = separators.at(-1);
    if (!last) break;
    const head = bare.slice(0, last.index);
    const tail = keyOf(bare.slice(last.index + last[0].length));
    const isSite = names.some(
      (name) => name === tail || (tail.length >= 4 && (name.includes(tail) || tail.includes(name))),
    );
    // Where another place has the title without it, what follows is the site's, whatever it is.
    const elsewhere = candidates.some(({ value }) => keyOf(value) === keyOf(head));
    if (keyOf(head) === '' || !(isSite || elsewhere)) break;
    bare = head.trim();
  }
  return bare;
}
