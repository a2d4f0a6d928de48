import type { TimelineResult } from '../src/archive/timeline.js';
import { drawPng } from '../src/discord/chart/draw.js';
import { timelineSvg } from '../src/discord/chart/timeline-svg.js';
import { defineCommand } from '../src/discord/command.js';
import { lookUpPage } from '../src/discord/look-up-page.js';
import { NARROWING } from '../src/discord/narrowing.js';
import { wrongPeriod } from '../src/discord/options.js';
import { ARTICLES_PER_PAGE, isWorthDrawing, timelineView } from '../src/discord/render/timeline.js';
import { suggestPeople } from '../src/discord/suggest.js';
import type { Words } from '../src/words/words.js';

/** /timeline: how often, and when, the archive speaks of a topic, as a chart and as dated passages. */
export const timeline = defineCommand({
  name: 'timeline',
  says: (words) => words.timeline,
  turns: true,
  options: {
    topic: { kind: 'text', max: 200, required: true },
    person: { kind: 'text', max: 100, suggest: suggestPeople },
    ...NARROWING,
    private: { kind: 'flag' },
  },
  check: wrongPeriod,
  async run({ private: _, ...query }, { archive, turning: asked, words }) {
    const { found, turning } = await lookUpPage(asked, ARTICLES_PER_PAGE, (part) =>
      archive.timeline({ ...query, ...part }),
    );
    return timelineView(found, turning, words, await chartOf(found, words));
  },
});

/** The chart, or null where there is none to draw or it cannot be drawn: the reply has the counts in words too. */
async function chartOf(result: TimelineResult, words: Words): Promise<Buffer | null> {
  return isWorthDrawing(result) ? drawPng(timelineSvg(result, words)).catch(() => null) : null;
}
