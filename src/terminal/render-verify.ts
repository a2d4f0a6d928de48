import { type Difference, differencesOf, verdictTitle, verdictWords } from '../archive/verify-words.js';
import type { Verification, VerifiedSource } from '../quotes/verify/verification.js';
import { en } from '../words/en.js';
import { sourceOf } from './render.js';
import type { Screen } from './screen.js';

const INDENT = '  ';

/** What the archive holds of a claimed quote: the verdict, then every source with its own words and evidence. */
export function renderVerification(result: Verification, screen: Screen): string {
  const { sources, total } = result;
  const more = total - sources.length;
  return [
    screen.wrap(`${screen.bold(verdictTitle(result, en))} ${verdictWords(result, en)}`),
    ...sources.map((source) => `\n${renderSource(source, screen)}`),
    ...(more > 0 ? [screen.dim(`\n${en.source.inMore(more)}`)] : []),
  ].join('\n');
}

function renderSource(source: VerifiedSource, screen: Screen): string {
  const { article, paragraph, speaker, around } = source;
  const proof = [
    speaker && en.quote[speaker.confidence === 'likely' ? 'likely' : 'evidence'](speaker.evidence.text),
    around && around.text !== speaker?.evidence.text && en.verify.inItsSentence(around.text),
  ].filter((line) => typeof line === 'string');
  return [
    screen.wrap(archiveWords(source, screen), INDENT),
    screen.wrap(screen.dim(`${sourceOf(article)}, paragraph ${paragraph + 1}`), INDENT),
    ...proof.map((line) => screen.wrap(screen.dim(line), INDENT)),
    ...differencesOf(source, en).map((difference) => screen.wrap(`- ${differenceLine(difference)}`, INDENT)),
  ].join('\n');
}

/** `changed: the archive has “may”, the claim “must”` */
function differenceLine({ label, archive, claim }: Difference): string {
  const { verify, quoted } = en;
  if (archive !== null && claim !== null) return verify.differs(label, quoted(archive), quoted(claim));
  return verify.alone(label, quoted(archive ?? claim ?? ''));
}

/** The archive's words, those that the claim lacks in bold. */
function archiveWords({ parts, quoted }: VerifiedSource, screen: Screen): string {
  const words = parts
    .map((part) => {
      if (part.kind === 'added') return '';
      const { text } = part.archive;
      return part.kind === 'same' || part.kind === 'aside' ? text : screen.bold(text);
    })
    .join('');
  return quoted === 'all' ? `“${words}”` : words;
}
