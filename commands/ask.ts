import { defineCommand, defineMessageCommand } from '../src/discord/command.js';
import { NARROWING } from '../src/discord/narrowing.js';
import { wrongPeriod } from '../src/discord/options.js';
import { wordsIn } from '../src/discord/quoted.js';
import { answerView } from '../src/discord/render/answer.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** The longest question, in characters. */
const LONGEST = 300;

/** /ask: passages of the archive that answer a question, word for word. */
export const ask = defineCommand({
  name: 'ask',
  says: (words) => words.ask,
  turns: true,
  options: {
    question: { kind: 'text', max: LONGEST, required: true },
    person: {
      kind: 'text',
      max: 100,
      suggest: suggestPeople,
    },
    ...NARROWING,
    private: { kind: 'flag' },
  },
  check: wrongPeriod,
  async run({ question, private: _, ...filters }, { archive, state, house, asker, turning, words }) {
    const answer = await archive.ask(question, filters);
    // A page that is turned asks again what was counted already.
    if (!answer.answered && answer.reason !== 'empty-question' && turning.since === null)
      void state.gaps.note(asker.guild, question, house.today());
    return answerView(answer, turning, words);
  },
});

/** The same for any message: its words are the question. */
export const searchMessage = defineMessageCommand({
  name: 'Search the archive for this',
  read(content, { wrong }) {
    const value = wordsIn(content, LONGEST);
    return value ? { ok: true, value } : { ok: false, why: wrong.noWordsToSearch };
  },
  run: async (question, { archive, turning, words }) =>
    answerView(await archive.ask(question), turning, words),
});
