import { defineCommand } from '../src/discord/command.js';
import { NARROWING } from '../src/discord/narrowing.js';
import { wrongPeriod } from '../src/discord/options.js';
import { answerView } from '../src/discord/render/answer.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** /ask: passages of the archive that answer a question, word for word. */
export const ask = defineCommand({
  name: 'ask',
  description: 'Answer a question with passages from the archive, word for word',
  turns: true,
  options: {
    question: { kind: 'text', description: 'What you want to know', max: 300, required: true },
    person: {
      kind: 'text',
      description: 'Only passages that name this person',
      max: 100,
      suggest: suggestPeople,
    },
    ...NARROWING,
    private: { kind: 'flag', description: 'Show the answer only to me' },
  },
  check: wrongPeriod,
  async run({ question, private: _, ...filters }, { archive, turning }) {
    return answerView(await archive.ask(question, filters), turning);
  },
});
