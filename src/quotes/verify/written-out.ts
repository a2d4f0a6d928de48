const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^can't$|^cannot$/, 'can not'],
  [/^won't$/, 'will not'],
  [/^shan't$/, 'shall not'],
  [/n't$/, ' not'],
  [/'m$/, ' am'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/^(it|that|there|here|what|who|he|she)'s$/, '$1 is'],
];

/** Folded words with their contractions written out: "won't" is "will", "not". */
export function writtenOut(keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const ending =
      key.includes("'") || key === 'cannot' ? ENDINGS.find(([from]) => from.test(key)) : undefined;
    return ending ? key.replace(ending[0], ending[1]).split(' ') : [key];
  });
}
