import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

/** Who is named for each quotation; null where nobody is. Several may be right where they are divided by a bar. */
const CASES: [text: string, speakers: (string | null)[]][] = [
  ['Nora Marr, the mayor, should have said: “We were wrong and we are sorry.”', [null]],
  ['Nora Marr should have said that “we were wrong about the bridge”.', [null]],
  ['Mr Marr could have said “we were wrong about the bridge”.', [null]],
  ['A fake video shows Nora Marr saying: “We will close every school in the valley.”', [null]],
  ['A doctored clip appeared to show Nora Marr saying “we will close every school”.', [null]],
  ['Nobody has proved that Nora Marr said “we will close every school”.', [null]],
  ['No one can prove Nora Marr said “we will close every school”.', [null]],
  ['Ann Lee falsely claimed that Bo Ray said “we will close every school”.', ['Ann Lee|null']],
  ['There is no evidence that Nora Marr said “we will close every school”.', [null]],
  ['The post falsely quoted Nora Marr as saying: “We will close every school.”', [null]],
  ['The plan was called “late and useless” by Nora Marr.', ['Nora Marr']],
  ['The plan was described as “late and quite useless” by Nora Marr, the mayor.', ['Nora Marr']],
  ['Nora Marr was quoted as saying: “We will close every school.”', ['Nora Marr']],
  ['“Late and quite useless” was how Nora Marr put it.', ['Nora Marr']],
  ['Sivan Marr and Dorin Marr run the farm.\n\n“We never sold a cow,” Mr Marr said.', [null]],
  [
    '‘It was a long night for all of us,’ said Ada Brook, the head teacher. ‘We slept in the hall.’',
    ['Ada Brook', 'Ada Brook'],
  ],
  [
    "'It was a long night for all of us,' said Ada Brook. 'We didn't sleep in the hall.'",
    ['Ada Brook', 'Ada Brook'],
  ],
  ["'The lads were great tonight,' Kit Moor said. 'We'll go again on Saturday.'", ['Kit Moor', 'Kit Moor']],
  ["Kit Moor told the BBC: 'The lads were great tonight.'", ['Kit Moor']],
  ['Sen. Ada Marr (D-Wis.) said the bill was “a bad deal for farmers”.', ['Ada Marr']],
  ['“It is a bad deal for farmers,” said Sen. Ada Marr (D-Wis.).', ['Ada Marr']],
  ['Ada Marr, 54, said: “I lost everything in the flood.”', ['Ada Marr']],
  [
    '“I lost everything in the flood,” said Marr, who runs a shop in the town.\n\nHer name is Ada Marr.',
    ['Ada Marr'],
  ],
  ['“The trains will run,” Ada Marr, a spokesperson for Northern Lines, said.', ['Ada Marr']],
  ['Ada Marr is the minister.\n\n“The trains will run,” added Marr.', ['Ada Marr']],
  ['Marr: “We will not move an inch on this”\n\nThe minister, Ada Marr, spoke on Monday.', ['Ada Marr']],
  ['In a statement, Ada Marr said she was “deeply saddened by the news”.', ['Ada Marr']],
  ['“We are deeply saddened by the news,” Ada Marr wrote on Twitter.', ['Ada Marr']],
  ['Ada Marr tweeted: “We are deeply saddened by the news.”', ['Ada Marr']],
  ['In his book, Olu Adeyemi-Cole writes that “the river decides who eats”.', ['Olu Adeyemi-Cole']],
  ['In an email to staff, Ada Marr wrote: “We will close on Friday.”', ['Ada Marr']],
  ['“The river decides who eats,” Dr. Ramesh Venkataraghavan told The Hindu.', ['Ramesh Venkataraghavan']],
  [
    'Speaking to reporters, BJP leader Suresh Kumbhare said, “We will win forty seats this time.”',
    ['Suresh Kumbhare'],
  ],
  [
    '“No vamos a parar, we will not stop,” said María José de la Fuente, who leads the union.',
    ['María José de la Fuente'],
  ],
  ['“We have waited ten years,” said Park Ji-eun, a professor at the university.', ['Park Ji-eun']],
  [
    '“We have waited ten years,” Zhao Wenlei, a spokesman for the ministry, told reporters in Beijing.',
    ['Zhao Wenlei'],
  ],
  ['Judge Ruth Alder told him: “You showed no remorse at all.”', ['Ruth Alder']],
  ['Sentencing Dean Crowe, Judge Ruth Alder said: “You showed no remorse at all.”', ['Ruth Alder']],
  ['Dean Crowe was told by Judge Ruth Alder that he had “shown no remorse at all”.', ['Ruth Alder']],
  ['Asked whether he would resign, Dean Crowe said: “I have no plans to go.”', ['Dean Crowe|Crowe']],
  ['Ann Lee and Bo Ray said they were “thrilled to bits with the result”.', [null]],
  [
    '“We are thrilled,” said Ann Lee, while Bo Ray called it “a night to remember for us”.',
    ['Ann Lee', 'Bo Ray'],
  ],
  [
    'Ann Lee called it “a very long night” and Bo Ray said it was “the worst of his life”.',
    ['Ann Lee', 'Bo Ray'],
  ],
  ['Ann Lee denied that she had called him “a liar and a cheat”.', [null]],
  ['Ann Lee accused Bo Ray of “lying to the whole town”.', ['Ann Lee']],
  ['Bo Ray was accused by Ann Lee of “lying to the whole town”.', ['Ann Lee']],
  ['Bo Ray was accused of “lying to the whole town”.', [null]],
  ['Bo Ray has been criticised by Ann Lee for “lying to the whole town”.', ['Ann Lee']],
  [
    'Ann Lee, the co-author of the study, took measurements for years.\n\n“This is the first time that we see it,” she said.',
    ['Ann Lee'],
  ],
  ['Q: How did you start?\n\nA: “I started with a bike.”', [null]],
  ['If Ann Lee had said “we will close every school”, nobody would have come.', [null]],
  ['Ann Lee might say: “We will close every school.”', [null]],
  ['Ann Lee pretended to be Bo Ray, saying “we will close every school”.', ['Ann Lee|null']],
  ['A video shows Nora Marr saying: “We will close every school in the valley.”', ['Nora Marr']],
  ['An AI-generated recording has Nora Marr saying “we will close every school”.', [null]],
  ['Nora Marr wished she had said “we were wrong about the bridge”.', [null]],
  ['Ann Lee wants Bo Ray to say “we were wrong about the bridge”.', [null]],
  ['Ann Lee imagined Bo Ray saying “we were wrong about the bridge”.', [null]],
  ['“We will close every school,” Nora Marr never said.', [null]],
  ['“We will close every school,” Nora Marr should have said.', [null]],
  ['“We will close every school,” Nora Marr did not say.', [null]],
  ['The meme claims Nora Marr said “we will close every school”.', [null]],
  ['A hoax website quoted Nora Marr as saying “we will close every school”.', [null]],
  ['It is not true that Nora Marr said “we will close every school”.', [null]],
  ['Nora Marr should have been clear, Ann Lee said: “We were all wrong.”', ['Ann Lee']],
  ['Nora Marr would say only that it was “a matter for the courts”.', ['Nora Marr']],
  ['Nora Marr would later say that it was “a matter for the courts”.', ['Nora Marr']],
  ['Nora Marr would not say more than that it was “a matter for the courts”.', ['Nora Marr|null']],
  ['“We will win, whatever they could have said,” Nora Marr said.', ['Nora Marr']],
  ['Nora Marr, who could have said nothing, said “we were wrong about it”.', ['Nora Marr']],
];

const INTERVIEW = `Helen Moss spoke to the station. Partial transcript as follows:

"LARKIN: Let us start with the bridge.

"MOSS: It will close in May.

"MODERATOR: One more question.

"LARKIN: And the ferry?

"MOSS: It will run all year.

"MODERATOR: Thank you both."`;

const namesIn = (text: string) =>
  extractQuotes(text).map(({ speaker }) =>
    speaker?.kind === 'person' || speaker?.kind === 'organisation' ? speaker.name : null,
  );

describe('who said it, and who did not', () => {
  test.each(CASES)('%s', (text, speakers) => {
    const names = namesIn(text);
    expect(names).toHaveLength(speakers.length);
    for (const [index, name] of names.entries())
      expect(String(speakers[index]).split('|')).toContain(String(name));
  });

  test('GIVEN a transcript THEN a label names its speaker, also one whom nothing else names, but not a function', () => {
    expect(namesIn(INTERVIEW)).toEqual(['Larkin', 'Helen Moss', null, 'Larkin', 'Helen Moss', null]);
  });

  test('GIVEN headings before a colon and no speaker who is named in full THEN they name nobody', () => {
    expect(
      namesIn(
        '"BRIDGE: It will close in May.\n\n"FERRY: It will run all year.\n\n"BRIDGE: It is old.\n\n"FERRY: It is new."',
      ),
    ).toEqual([null, null, null, null]);
  });
});
