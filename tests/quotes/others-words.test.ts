import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

/** The people named as speakers; null for words of nobody who is named. */
const named = (text: string) =>
  extractQuotes(text).map(({ speaker }) => (speaker?.kind === 'person' ? speaker.name : null));
const sure = (text: string) => extractQuotes(text).map(({ speaker }) => speaker?.confidence);

describe('words that are put to somebody', () => {
  test.each([
    'Asked whether',
    'Asked by Tom Stone if',
    'When asked whether',
    'Told that',
    'Pressed on whether',
    'Challenged about claims that',
    'Reminded that',
    'Responding to accusations that',
    'Despite claims that',
    'In response to a report that said',
    'After being told that',
    'Dismissing suggestions that',
  ])('are not theirs: %s', (lead) => {
    expect(named(`${lead} the bridge was “unsafe at any speed”, Helen Ward said it was not.`)).toEqual([
      null,
    ]);
    expect(named(`${lead} the deal was “rotten to the core,” Mr Ward laughed and said no more.`)).toEqual([
      null,
    ]);
  });

  test.each([
    'Helen Ward, asked if she was “a complete fraud”, said no.',
    'Helen Ward, who was once called “a coward and a cheat”, said she would stand again.',
    'Branded “a coward and a cheat”, Helen Ward said she would stand again.',
    'Accused of being “a coward and a cheat”, Helen Ward said she would stand again.',
    'Helen Ward said she was angry at being called “a coward and a cheat”.',
    'Helen Ward said she had been called “a coward and a cheat”.',
    'Helen Ward said she had been described as “a coward and a cheat”.',
    'Helen Ward recalled being told “you will never amount to anything”.',
    'Helen Ward recalled her mother telling her “you will never amount to anything”.',
    'Helen Ward insisted that she was not “a puppet of anyone”.',
    'Helen Ward, described as “a coward and a cheat”, said she would go.',
    'Helen Ward, described by Tom Stone as “a coward and a cheat”, said she would go.',
    'Helen Ward said that critics who call her “a coward and a cheat” are wrong.',
    'Helen Ward said she was tired of people calling her “a coward and a cheat”.',
    'Helen Ward said she was tired of hearing “you are too young for this”.',
    'Helen Ward said she would not be called “a coward and a cheat”.',
  ])('are not theirs: %s', (text) => {
    expect(named(text)).toEqual([null]);
  });

  test.each([
    ['Asked about the bridge, Helen Ward said it was “a disgrace to the town”.', 'Helen Ward'],
    ['Asked whether she would go, Helen Ward said: “I will not resign.”', 'Helen Ward'],
    ['Told of the plan, Helen Ward called it “a disgrace to the town”.', 'Helen Ward'],
    ['Helen Ward, who was asked to resign, said that “the bridge will stay open”.', 'Helen Ward'],
    ['Helen Ward was accused by Tom Stone of being “a coward and a cheat”.', 'Tom Stone'],
    ['Helen Ward, who leads the union, warned of “a long and bitter fight”.', 'Helen Ward'],
    ['Helen Ward, who leads the union, questioned whether it was “safe at any speed”.', 'Helen Ward'],
    ['Helen Ward, who leads the union, called what she saw “a disgrace to the town”.', 'Helen Ward'],
    ['When Tom Stone called her “a coward and a cheat”, Helen Ward left.', 'Tom Stone'],
    ['While Helen Ward praised the plan as “late but good”, Tom Stone said it was dead.', 'Helen Ward'],
  ])('leave what they say themselves: %s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });
});

describe('what others claim', () => {
  test.each(['rejected', 'dismissed', 'hit back at', 'ridiculed', 'faced', 'responded to', 'brushed off'])(
    'is theirs who claim it, where somebody %s it',
    (verb) => {
      for (const noun of ['claim', 'suggestion', 'accusation', 'remark']) {
        const owned = `Helen Ward ${verb} Tom Stone’s ${noun} that the deal was “rotten to the core”.`;
        expect(named(owned), owned).toEqual(['Tom Stone']);
        const anybodys = `Helen Ward ${verb} ${noun}s that the deal was “rotten to the core”.`;
        expect(named(anybodys), anybodys).toEqual([null]);
      }
    },
  );

  test.each([
    ['Helen Ward said Tom Stone’s remark that she was “a puppet of the unions” hurt.', 'Tom Stone'],
    ['Helen Ward said that suggestions she was “a complete fraud” were false.', null],
    ['Helen Ward told the BBC that the claim that she was “a complete fraud” was false.', null],
    ['Helen Ward rejected Tom Stone’s description of her as “a coward and a cheat”.', 'Tom Stone'],
    ['Helen Ward pointed to a report that found the bridge was “unsafe at any speed”.', null],
    ['Helen Ward received a letter saying that she was “a disgrace to the town”.', null],
    ['Quoting the report, Helen Ward said the bridge was “unsafe at any speed”.', null],
    ['Helen Ward got messages saying “you are too young for this”.', null],
    ['Helen Ward held a sign reading “you are too young for this”.', null],
    ['Helen Ward retweeted a post that said “you are too young for this”.', null],
    ['Helen Ward retweeted Tom Stone: “You are too young for this.”', null],
    ['Helen Ward read Churchill: “We shall hold this town.”', null],
    ['Helen Ward quoted Tom Stone: “We shall hold this town.”', null],
    ['“We shall hold this town,” said Helen Ward, quoting Tom Stone.', null],
  ])('is never theirs who speak of it: %s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });

  test.each([
    'Helen Ward said claims that the bridge had failed were “utter nonsense from start to end”.',
    'Helen Ward dismissed the claims as “utter nonsense from start to end”.',
    'Helen Ward rejected claims that the bridge was unsafe as “utter nonsense from start to end”.',
    'Helen Ward called the suggestion “utter nonsense from start to end”.',
    'Helen Ward repeated her claim that the bridge was “unsafe at any speed”.',
    'Helen Ward said in a statement that the report was “a disgrace to the town”.',
    'Helen Ward responded to the report by saying that it was “a disgrace to the town”.',
    'Helen Ward rejected the plan, saying that it was “a disgrace to the town”.',
    'Helen Ward issued a statement saying that the plan was “a disgrace to the town”.',
    'Helen Ward read a statement: “I am sorry for what I have done.”',
  ])('leaves what they say of it: %s', (text) => {
    expect(named(text)).toEqual(['Helen Ward']);
  });
});

describe('words at second hand', () => {
  test.each([
    '“I hate this town,” Rob Dunn is alleged to have said.',
    '“I hate this town,” Rob Dunn allegedly said.',
    'Rob Dunn is said to have called the mayor “a crook and a liar”.',
    'Rob Dunn supposedly told him “you will never work here again”.',
    'A tweet by @citywatch claimed that Rob Dunn had written: “Burn the stadium down.”',
    'Tom Stone alleged Rob Dunn had told him “you will never work here again”.',
    'Tom Stone rejected allegations that Rob Dunn had written “you will never work here again”.',
    'Tom Stone did not believe that Rob Dunn had said “you are too young for this”.',
    'It was not Rob Dunn who said “you are too young for this”.',
    'Imagine Rob Dunn saying “you are too young for this”.',
    'An account in the name of Rob Dunn wrote: “You are too young for this.”',
    'Somebody posing as Rob Dunn wrote: “You are too young for this.”',
    'An actor playing Rob Dunn said: “You are too young for this.”',
    'Peter Lang never said “I will resign”, his spokesman Paul Orr told reporters.',
    'Peter Lang never said “I will resign,” his spokesman Paul Orr told reporters.',
  ])('are nobody’s where they are only alleged, or denied: %s', (text) => {
    expect(named(text)).toEqual([null]);
  });

  test.each([
    'Tom Stone said Rob Dunn had told him “you will never work here again”.',
    'Rob Dunn reportedly told him “you will never work here again”.',
    'Rob Dunn was reported to have said “you will never work here again”.',
  ])('are likely at most where they are reported: %s', (text) => {
    expect(named(text)).toEqual(['Rob Dunn']);
    expect(sure(text)).toEqual(['likely']);
  });

  test('leave a claim of one’s own as it is', () => {
    const text = 'Rob Dunn claimed that the bridge was “unsafe at any speed”.';
    expect(named(text)).toEqual(['Rob Dunn']);
    expect(sure(text)).toEqual(['certain']);
  });
});

describe('a quotation that stands alone', () => {
  const speakers = (sentence: string, break_ = '\n\n') =>
    named(`“We will play on,” said Helen Ward.\n\n“The stadium is dead.”${break_}${sentence}`);

  test.each([
    'Those were the words on every fan’s lips.',
    'That was the message on a banner at the gate.',
    'So chanted the crowd at the gates.',
    'The chant went up from the terraces.',
    'These were the words of a young fan.',
  ])('is not carried over where what follows gives it to others: %s', (sentence) => {
    expect(speakers(sentence)).toEqual(['Helen Ward', null]);
    expect(speakers(sentence, ' ')).toEqual(['Helen Ward', null]);
  });

  test.each([
    'Those were Ward’s last words on the matter.',
    'That was her message to the fans.',
    'The report was published on Monday.',
    'The club will play again on Saturday.',
  ])('is carried over still: %s', (sentence) => {
    expect(speakers(sentence)).toEqual(['Helen Ward', 'Helen Ward']);
  });
});
