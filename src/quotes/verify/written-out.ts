const set = (words: string) => new Set(words.split(' '));

/** Words that "n't" goes on, and those whose own form it changes. */
const AUXILIARIES = set('is are was were have has had do does did would could should might must');
const IRREGULAR: readonly (readonly [string, string])[] = [
  ['can', "can't"],
  ['can', 'cannot'],
  ['will', "won't"],
  ['shall', "shan't"],
];
const ENDINGS: Record<string, string> = { am: "'m", are: "'re", have: "'ve", will: "'ll", is: "'s" };
const LONG_FORMS = new Map(Object.entries(ENDINGS).map(([word, ending]) => [ending, word]));
const PRONOUN = /^(?:i|you|he|she|it|we|they|that|there|here|what|who)(?='[a-z]+$)/;
const NO_APOSTROPHE =
  /^(?:(ca|wo|do|does|did|is|are|was|were|have|has|had|would|could|should)nt|(i)m|(i)ve)$/;

/** A folded word with what it contracts written out: "won't" is "will", "not", and so is "wont"; most are themselves. */
function writtenOutWord(typed: string): string[] {
  const key = withApostrophe(typed);
  const irregular = IRREGULAR.find(([, denied]) => denied === key);
  if (irregular) return [irregular[0], 'not'];
  if (key.endsWith("n't")) return [key.slice(0, -3), 'not'];
  const [pronoun] = PRONOUN.exec(key) ?? [];
  const long = pronoun === undefined ? undefined : LONG_FORMS.get(key.slice(pronoun.length));
  return pronoun === undefined || long === undefined ? [key] : [pronoun, long];
}

/** Folded words with their contractions written out, and in one spelling where English has two. */
export function writtenOut(keys: readonly string[]): string[] {
  return keys.flatMap(writtenOutWord).map(spelled);
}

/** The other ways to write one word, or two that follow each other, by contracting or writing out. */
export function otherForms(one: string, next?: string): string[][] {
  if (next === undefined) {
    const [apart, apostrophe] = [writtenOutWord(one), withApostrophe(one)];
    return [...(apart.length > 1 ? [apart] : []), ...(apostrophe === one ? [] : [[apostrophe]])];
  }
  if (next === 'not') return deniedForms(one).map((denied) => [denied]);
  const ending = ENDINGS[next];
  return ending !== undefined && PRONOUN.test(one + ending) ? [[one + ending]] : [];
}

/** "won't" for "will"; of a word that takes no "n't" nothing. */
export function deniedForms(key: string): string[] {
  if (AUXILIARIES.has(key)) return [`${key}n't`];
  return IRREGULAR.flatMap(([word, denied]) => (word === key ? [denied] : []));
}

function withApostrophe(key: string): string {
  const [, denied, am, have] = NO_APOSTROPHE.exec(key) ?? [];
  if (denied !== undefined) return `${denied}n't`;
  return am !== undefined ? "i'm" : have !== undefined ? "i've" : key;
}

/** Shorter words differ by more than spelling: "four", "for". */
const SHORTEST_SPELLED = 5;

/** "colour" as "color", "realised" as "realized", "centre" as "center". Good for comparing only. */
function spelled(key: string): string {
  if (key.length < SHORTEST_SPELLED) return key;
  return key
    .replace(/our(?=$|s$|ed$|ing$|able$|ful$|ite$|hood$)/, 'or')
    .replace(/is(?=(?:e|ed|es|ing|ation|ations)$)/, 'iz')
    .replace(/([bcdpt])re(s?)$/, '$1er$2');
}
