import type { Verification, VerifiedPart, VerifiedSource } from '../quotes/verify/verification.js';
import type { Words } from '../words/words.js';

// Everything here is plain text: nothing in it is escaped, and article text in it is for `shorten` to bound.

/** The verdict in a few words, as a heading. */
export function verdictTitle({ verdict, sources }: Verification, { verify: { title } }: Words): string {
  switch (verdict) {
    case 'verbatim':
      return title.verbatim;
    case 'shortened':
      return title.shortened;
    case 'altered':
      return title.altered;
    case 'someone-else':
      return sources.some((source) => source.attribution === 'other') ? title.someoneElse : title.notClearly;
    case 'reported':
      return title.reported;
    case 'not-found':
      return title.notFound;
    case 'too-short':
      return title.tooShort;
  }
}

/** What the verdict means for this claim, in a sentence or two. */
export function verdictWords(result: Verification, words: Words): string {
  const { verdict, sources, total } = result;
  const { verify } = words;
  const [first] = sources;
  if (verdict === 'too-short') return verify.tooShort;
  if (verdict === 'not-found' || !first) return verify.notFound;
  const places = total > 1 && verify.places(total);
  const sentences = (...parts: (string | false | null)[]) => parts.filter(Boolean).join(' ');
  const owner = ownership(result, first, words);
  switch (verdict) {
    case 'verbatim':
      return sentences(owner, first.around && verify.onlyThese, places);
    case 'shortened':
      return sentences(owner, cutWords(first, verify), places);
    case 'someone-else':
      return sentences(owner, first.match === 'shortened' && cutWords(first, verify), places);
    case 'reported':
      return sentences(first.quoted === 'part' ? verify.partQuoted : verify.notQuoted, places);
    case 'altered':
      return sentences(alteredWords(first, verify), owner);
  }
}

/** Whose words they are there, and whether that is whom the claim names. */
function ownership(
  { query, people }: Verification,
  source: VerifiedSource,
  { verify, quoted }: Words,
): string {
  const { speaker, attribution } = source;
  if (source.quoted !== 'all')
    return source.quoted === 'part' ? verify.nearestPartQuoted : verify.nearestNotQuoted;
  const said = speakerWords(source, verify);
  if (attribution === null || attribution === 'claimed') return `${said}.`;
  const [only] = people;
  const claimed = people.length === 1 && only !== undefined ? only : quoted(query.person ?? '');
  const unknown = people.length === 0 ? ` ${verify.nobodyQuoted(claimed)}` : '';
  if (attribution === 'other') return said + verify.notFrom(claimed) + unknown;
  return said + (speaker ? verify.whetherFrom(claimed) : verify.claimNames(claimed)) + unknown;
}

function speakerWords({ speaker }: VerifiedSource, verify: Words['verify']): string {
  if (!speaker) return verify.speakerUnknown;
  const likely = speaker.confidence === 'likely';
  return speaker.kind === 'unnamed'
    ? verify.fromUnnamed(speaker.name, likely)
    : verify.from(speaker.name, likely);
}

/** What was cut and where, without the words. */
function cutWords({ parts }: VerifiedSource, verify: Words['verify']): string {
  const cuts = parts.filter((part) => part.kind === 'cut');
  const inside = cuts.filter((part) => part.place === 'inside');
  const words = [
    inside.length > 0 && (inside.every((part) => part.marked) ? verify.cutMarked : verify.cutUnmarked),
    inside.length === 0 && verify.goesOn,
    cuts.some((part) => part.reversing) && verify.canReverse,
  ];
  return words.filter(Boolean).join(' ');
}

function alteredWords({ joined, parts }: VerifiedSource, verify: Words['verify']): string {
  if (joined && parts.every((part) => part.kind !== 'replaced' && part.kind !== 'added'))
    return verify.joined;
  const negation = parts.some(
    (part) => part.kind === 'cut' && part.reversing && (part.place === 'inside' || !part.marked),
  );
  return negation ? verify.leavesOut : verify.nearest;
}

/** One difference between the archive's words and the claim's, to be read without any formatting. */
export type Difference = {
  /** What the difference is, such as "cut inside". */
  label: string;
  archive: string | null;
  claim: string | null;
};

/** Every difference of a source, in order. */
export function differencesOf({ parts }: VerifiedSource, { verify: { difference } }: Words): Difference[] {
  return parts.flatMap((part): Difference[] => {
    const found = differenceOf(part, difference);
    return found ? [found] : [];
  });
}

function differenceOf(part: VerifiedPart, labels: Words['verify']['difference']): Difference | null {
  switch (part.kind) {
    case 'same':
      return null;
    case 'cut':
      return {
        label: part.place === 'inside' && !part.marked ? labels.unmarked : labels[part.place],
        archive: part.archive.text.trim(),
        claim: null,
      };
    case 'aside':
      return { label: labels.aside, archive: part.archive.text.trim(), claim: null };
    case 'replaced':
      return { label: labels.replaced, archive: part.archive.text.trim(), claim: part.claim.text };
    case 'added':
      return { label: labels.added, archive: null, claim: part.claim.text };
  }
}
