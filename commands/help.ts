import { type Command, defineCommand } from '../src/discord/command.js';
import { helpEntries, samplesOf } from '../src/discord/help.js';
import { helpView } from '../src/discord/render/help.js';

/** /help: what can be asked, each command with an example that this archive answers. `list` gives the commands, this one among them. */
export function helpOn(list: () => readonly Command[]): Command {
  return defineCommand({
    name: 'help',
    says: (words) => words.help,
    turns: true,
    options: {},
    private: () => true,
    shareable: false,
    async run(_, { archive, asker, turning, words }) {
      const [samples, { articles, snapshot }] = await Promise.all([samplesOf(archive), archive.status()]);
      const entries = helpEntries(list(), samples, asker.isAdmin, words);
      return helpView(entries, { articles, snapshot }, turning, words);
    },
  });
}
