/** Sentences about an invented town, long enough to be prose. */
export const PROSE = [
  'The harbour of Saltmere will stay open through the winter, the council decided on Tuesday evening.',
  'Mayor Odile Tarrant said the works had cost less than she had feared, and thanked the dockers.',
  'The last ship of the season, a grain carrier from Porth Ellyn, had left the quay an hour before.',
  'Fishermen who had waited for the decision since March went home without cheering, but content.',
] as const;

type Parts = {
  head?: string;
  before?: string;
  /** What stands in the article's element, between the paragraphs. */
  inside?: string;
  after?: string;
  headline?: string;
};

/** A whole page around four paragraphs of prose. */
export function page({
  head = '',
  before = '',
  inside = '',
  after = '',
  headline = HEADLINE,
}: Parts = {}): string {
  const [first = '', ...rest] = PROSE.map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head><title>${HEADLINE} | The Saltmere Gazette</title>${head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <main><h1>${headline}</h1>${before}<div class="prose">${first}${inside}${rest.join('\n')}</div>${after}</main>
    <footer><p>All the news of Saltmere and its harbour since 1871, every week on Thursday.</p></footer></body></html>`;
}

export const HEADLINE = 'Harbour stays open through the winter';
