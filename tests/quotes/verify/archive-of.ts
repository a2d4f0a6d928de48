import { type Article, articleRef } from '../../../src/articles/article.js';
import { readArticle } from '../../../src/articles/read.js';
import { extractQuotes } from '../../../src/quotes/extract.js';
import { buildVerifyIndex, verifyQuote } from '../../../src/quotes/verify/verify.js';
import { peopleOf } from '../people-of.js';

/** A small archive of the given texts, a quote of which can be checked as the real one checks it. */
export async function archiveOf(texts: readonly string[]) {
  const articles: Article[] = [];
  for (const [at, text] of texts.entries()) {
    const { articles: read } = await readArticle(new TextEncoder().encode(`Story ${at}\n\n${text}\n`), {
      name: `story-${at}.txt`,
    });
    articles.push(...read);
  }
  const withQuotes = articles.map((article) => ({ article, quotations: extractQuotes(article.text) }));
  const index = buildVerifyIndex(
    withQuotes.map(({ article, quotations }) => ({
      reference: articleRef(article),
      text: article.text,
      quotations,
    })),
    peopleOf(withQuotes),
  );
  return {
    articles: withQuotes,
    verify: (quote: string, person?: string) =>
      verifyQuote(index, { quote, ...(person !== undefined && { person }) }, 'test'),
  };
}

/** Invented people of an invented town. */
export const TOWN = [
  `The council of Wickhollow met on Monday to talk about the old bridge over the Lind.

“We will not close the bridge before the winter, whatever the county says. The ferry has carried us before,” said Mayor Mabel Orr.

Edwin Thrale, who runs the ferry, told the council that the county had “never once asked the people who cross it every day”.

“The money is there,” Ms Orr added, “and the work begins in May.”

The engineers of the county think that the eastern pillar has moved by four inches since the flood.`,
  `Mabel Orr has defended the ferry that runs at night.

“Nobody in this town has to swim,” Ms Orr told the Wickhollow Post. “If the storms allow it, we might run a second boat on Sundays.”

“I saw the pillar move with my own eyes,” a fisherman said.

Mr Thrale called the plan “a very expensive way to cross forty yards of water”.

“The money is there,” said Edwin Thrale.`,
];
