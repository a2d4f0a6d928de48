import { defineCommand } from '../src/discord/command.js';
import { throttled } from '../src/discord/progress.js';
import { progressView, reloadView } from '../src/discord/render/reload.js';

/** /reload: reads the article set again, for admins. */
export const reload = defineCommand({
  name: 'reload',
  says: (words) => words.reload,
  adminOnly: true,
  options: {},
  private: () => true,
  async run(_, { whole, update, words }) {
    const progress = throttled(update);
    const report = await whole.reload((step) => progress.offer(() => progressView(step, words)));
    await progress.settled();
    return reloadView(report, words);
  },
});
