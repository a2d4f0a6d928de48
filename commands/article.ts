import { defineCommand } from '../src/discord/command.js';
import { articleView } from '../src/discord/render/article.js';
import { WINDOW } from '../src/discord/render/pages.js';
import { suggestArticles } from '../src/discord/suggest.js';

/** /article: an article of the archive, a page at a time. */
export const article = defineCommand({
  name: 'article',
  says: (words) => words.article,
  turns: true,
  options: {
    title: { kind: 'text', max: 300, required: true, suggest: suggestArticles },
    private: { kind: 'flag' },
  },
  async run({ title }, { archive, turning, words }) {
    const page = (at: number) =>
      archive.article({
        // A button names its article; the title in its message may be cut.
        ...(turning.choice === null ? { title } : { id: turning.choice }),
        within: { start: Math.max(0, at - WINDOW), end: at + WINDOW },
      });
    const found = await page(turning.at);
    // A page that is no longer there: the article is shorter now.
    const isGone = found.article !== null && turning.at >= found.length;
    return articleView(
      isGone ? await page(0) : found,
      title,
      isGone ? { ...turning, at: 0 } : turning,
      words,
    );
  },
});
