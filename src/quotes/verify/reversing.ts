const set = (words: string) => new Set(words.trim().split(/\s+/));

const NEGATIONS = set(`
  not no never none nobody nothing nowhere neither nor cannot without non anti ain't unless except
  hardly barely scarcely rarely seldom unlikely impossible unable
  deny denies denied refuse refuses refused fail fails failed false untrue wrong
  ne pas jamais aucun aucune rien ni sans sauf
`);
/** Those that deny the clause they stand in, wherever in it they stand. */
const DENIALS = set(`
  not no never none nobody nothing nowhere neither nor cannot ain't hardly barely scarcely rarely seldom
  ne pas jamais aucun aucune rien ni
`);
const CONDITIONS = set(`
  if only until but although though instead rather less least few little
  might may could would should perhaps maybe doubt doubts against stop stopped almost nearly
  si seulement mais sinon presque
`);

/** True for a word whose loss turns a sentence round ("not", "hasn't", "refused"). `key` is a folded word. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || isContracted(key);
}

/** True for a word that turns its own clause round ("not", "hasn't"), unlike "refused" or "without". `key` is a folded word. */
export function isDenial(key: string): boolean {
  return DENIALS.has(key) || isContracted(key);
}

/** True also for a word whose loss makes a condition or a guess into a fact ("if", "might"). `key` is a folded word. */
export function isReversing(key: string): boolean {
  return isNegation(key) || CONDITIONS.has(key);
}

// "hasn't", « n’allons »
const isContracted = (key: string) => key.endsWith("n't") || key.startsWith("n'");
