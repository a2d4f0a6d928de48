import { defineCommand } from '../src/discord/command.js';
import { throttled } from '../src/discord/progress.js';
import { progressView, reloadView } from '../src/discord/render/reload.js';

/** /reload: reads the article set again, for admins. */
export const reload = defineCommand({
  name: 'reload',
  description: 'Read the articles again and answer from them (for those who manage the server)',
  adminOnly: true,
  options: {},
  private: () => true,
  async run(_, { archive, update }) {
    const progress = throttled(update);
    const report = await archive.reload((step) => progress.offer(() => progressView(step)));
    await progress.settled();
    return reloadView(report);
  },
});
