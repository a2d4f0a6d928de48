const set = (words: string) => new Set(words.trim().split(/\s+/));

const NEGATIONS = set(`
  not no never none nobody nothing nowhere neither nor cannot without non anti ain't unless except
  hardly barely scarcely rarely seldom unlikely impossible unable
  deny denies denied refuse refuses refused fail fails failed false untrue wrong
`);
const CONDITIONS = set(`
  if only until but although though instead rather less least few little
  might may could would should perhaps maybe doubt doubts against stop stopped almost nearly
`);

/** True for a word whose loss turns a sentence round ("not", "hasn't", "refused"). `key` is a folded word. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || key.endsWith("n't");
}

/** True also for a word whose loss makes a condition or a guess into a fact ("if", "might"). `key` is a folded word. */
export function isReversing(key: string): boolean {
  return isNegation(key) || CONDITIONS.has(key);
}
