import type { Verification, VerifiedPart, VerifiedSource } from '../quotes/verify/verification.js';

// Everything here is plain text: nothing in it is escaped, and article text in it is for `shorten` to bound.

/** The verdict in a few words, as a heading. */
export function verdictTitle({ verdict, sources }: Verification): string {
  switch (verdict) {
    case 'verbatim':
      return 'In the archive, word for word.';
    case 'shortened':
      return 'In the archive word for word, but shortened.';
    case 'altered':
      return 'Altered: the archive has other words.';
    case 'someone-else':
      return sources.some((source) => source.attribution === 'other')
        ? 'In the archive, but as someone else’s words.'
        : 'In the archive, but not clearly as that person’s words.';
    case 'reported':
      return 'In the archive, but not as a quotation.';
    case 'not-found':
      return 'Not in this archive.';
    case 'too-short':
      return 'Too short to check.';
  }
}

/** What the verdict means for this claim, in a sentence or two. */
export function verdictWords(result: Verification): string {
  const { verdict, sources, total } = result;
  const [first] = sources;
  if (verdict === 'too-short')
    return 'So few or so common words stand in many places, and finding them would show nothing. Give more of the quote.';
  if (verdict === 'not-found' || !first)
    return 'No article here holds these words or words near them. That does not show that nobody said them.';
  const places = total === 1 ? '' : ` ${total} places hold these words.`;
  switch (verdict) {
    case 'verbatim':
      return `${ownership(result, first)}${first.around ? ' The article quotes only these words, in a sentence of its own: read it too.' : ''}${places}`;
    case 'shortened':
      return `${ownership(result, first)} ${cutWords(first)}${places}`;
    case 'someone-else':
      return `${ownership(result, first)}${first.match === 'shortened' ? ` ${cutWords(first)}` : ''}${places}`;
    case 'reported':
      return `${first.quoted === 'part' ? 'Only a part of the words stands in quotation marks; the rest is the article’s own.' : 'They are the article’s own words, outside quotation marks.'}${places}`;
    case 'altered':
      return `${alteredWords(first)} ${ownership(result, first)}`;
  }
}

/** Whose words they are there, and whether that is whom the claim names. */
function ownership({ query, people }: Verification, source: VerifiedSource): string {
  const { speaker, attribution, quoted } = source;
  if (quoted !== 'all')
    return 'The nearest words are the article’s own; not all of them stand in quotation marks.';
  const said = speakerWords(source);
  if (attribution === null || attribution === 'claimed') return `${said}.`;
  const claimed = people.length === 1 ? people[0] : `“${query.person}”`;
  const unknown = people.length === 0 ? ` Nobody called ${claimed} is quoted here.` : '';
  if (attribution === 'other') return `${said}, not from ${claimed}.${unknown}`;
  return speaker
    ? `${said}; whether that is ${claimed} it does not say.${unknown}`
    : `${said}; the claim names ${claimed}.${unknown}`;
}

function speakerWords({ speaker }: VerifiedSource): string {
  if (!speaker) return 'The archive does not say who said them';
  const likely = speaker.confidence === 'likely' ? ', most likely' : '';
  if (speaker.kind === 'unnamed')
    return `The archive has the words below from “${speaker.name}”${likely}, without a name`;
  return `The archive has the words below from ${speaker.name}${likely}`;
}

/** What was cut and where, without the words. */
function cutWords({ parts }: VerifiedSource): string {
  const cuts = parts.filter((part) => part.kind === 'cut');
  const inside = cuts.filter((part) => part.place === 'inside');
  const words = [
    inside.length > 0 &&
      (inside.every((part) => part.marked)
        ? 'Words are cut inside it, where the claim marks it.'
        : 'Words are cut inside it, and the claim does not mark it.'),
    inside.length === 0 && 'Its sentence goes on beyond the claim.',
    cuts.some((part) => part.reversing) &&
      'Among the words cut are some that can turn a meaning round: read them before you rely on it.',
  ];
  return words.filter(Boolean).join(' ');
}

function alteredWords({ joined, parts }: VerifiedSource): string {
  if (joined && parts.every((part) => part.kind !== 'replaced' && part.kind !== 'added'))
    return 'The words are joined from quotations that the archive does not hold as one statement.';
  const negation = parts.some((part) => part.kind === 'cut' && part.place === 'inside' && part.reversing);
  return negation
    ? 'The claim leaves out words that can turn the meaning round.'
    : 'This is the nearest that the archive holds.';
}

/** One difference between the archive's words and the claim's, to be read without any formatting. */
export type Difference = {
  /** What the difference is, such as "cut inside". */
  label: string;
  archive: string | null;
  claim: string | null;
};

const PLACES = {
  before: 'cut before it',
  inside: 'cut inside it',
  after: 'cut after it',
} as const;

/** Every difference of a source, in order. */
export function differencesOf({ parts }: VerifiedSource): Difference[] {
  return parts.flatMap((part): Difference[] => {
    const difference = differenceOf(part);
    return difference ? [difference] : [];
  });
}

function differenceOf(part: VerifiedPart): Difference | null {
  switch (part.kind) {
    case 'same':
      return null;
    case 'cut':
      return {
        label: part.place === 'inside' && !part.marked ? 'left out without a mark' : PLACES[part.place],
        archive: part.archive.text.trim(),
        claim: null,
      };
    case 'aside':
      return { label: 'between, the article’s own words', archive: part.archive.text.trim(), claim: null };
    case 'replaced':
      return { label: 'changed', archive: part.archive.text.trim(), claim: part.claim.text };
    case 'added':
      return { label: 'added by the claim', archive: null, claim: part.claim.text };
  }
}

/** A difference as a line: `changed: the archive has “may”, the claim “must”`. */
export function differenceLine({ label, archive, claim }: Difference): string {
  if (archive !== null && claim !== null)
    return `${label}: the archive has “${archive}”, the claim “${claim}”`;
  return `${label}: “${archive ?? claim ?? ''}”`;
}
