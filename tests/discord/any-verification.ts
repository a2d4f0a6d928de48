import fc from 'fast-check';
import type {
  Verdict,
  Verification,
  VerifiedPart,
  VerifiedSource,
} from '../../src/quotes/verify/verification.js';
import { anyArticle, anyText, quotation } from './made-up.js';

const slice = (text: string, start = 0) => ({ start, end: start + text.length, text });
const speaker = quotation('We will not mend it').speaker;

const anyPart = (start: number, words: string, claim: string): fc.Arbitrary<VerifiedPart> =>
  fc.oneof(
    fc.constant({ kind: 'same' as const, archive: slice(words, start), claim: slice(claim) }),
    fc.constant({ kind: 'aside' as const, archive: slice(words, start) }),
    fc.constant({ kind: 'replaced' as const, archive: slice(words, start), claim: slice(claim) }),
    fc.constant({ kind: 'added' as const, claim: slice(claim) }),
    fc
      .tuple(
        fc.constantFrom('before' as const, 'inside' as const, 'after' as const),
        fc.boolean(),
        fc.boolean(),
      )
      .map(([place, marked, reversing]) => ({
        kind: 'cut' as const,
        archive: slice(words, start),
        place,
        marked,
        reversing,
      })),
  );

/** A place of the archive with anything in it. */
export const anySource: fc.Arbitrary<VerifiedSource> = fc
  .array(fc.tuple(anyText(900), anyText(900)), { maxLength: 9 })
  .chain((pairs) => {
    let at = 100;
    const drafts = pairs.map(([words, claim]) => {
      const part = anyPart(at, words, claim);
      at += words.length;
      return part;
    });
    return fc.record({
      parts: fc.tuple(...drafts),
      article: anyArticle,
      paragraph: fc.nat(999),
      text: fc.constant(slice(pairs.map(([words]) => words).join(''), 100)),
      match: fc.constantFrom(
        'verbatim' as const,
        'shortened' as const,
        'altered' as const,
        'reported' as const,
      ),
      quoted: fc.constantFrom('all' as const, 'part' as const, 'none' as const),
      joined: fc.boolean(),
      speaker: anyText(900).map((name) => speaker && { ...speaker, name, evidence: slice(name) }),
      around: fc.option(anyText(900).map((words) => slice(words, 7))),
      attribution: fc.constantFrom('claimed' as const, 'other' as const, 'unclear' as const, null),
    });
  });

/** The result of checking any quote. */
export const anyVerification: fc.Arbitrary<Verification> = fc
  .tuple(
    fc.constantFrom<Verdict>(
      'verbatim',
      'shortened',
      'altered',
      'someone-else',
      'reported',
      'not-found',
      'too-short',
    ),
    fc.array(anySource, { maxLength: 6 }),
    anyText(2000),
    fc.option(anyText(400)),
    fc.array(anyText(100), { maxLength: 3 }),
  )
  .map(([verdict, sources, quote, person, people]) => ({
    query: { quote, ...(person !== null && { person }) },
    snapshot: 's',
    verdict,
    people,
    sources,
    total: sources.length,
  }));
