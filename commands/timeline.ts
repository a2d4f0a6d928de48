import type { TimelineResult } from '../src/archive/timeline.js';
import { drawPng } from '../src/discord/chart/draw.js';
import { timelineSvg } from '../src/discord/chart/timeline-svg.js';
import { type Context, defineCommand } from '../src/discord/command.js';
import { lookUpPage } from '../src/discord/look-up-page.js';
import { NARROWING } from '../src/discord/narrowing.js';
import { wrongPeriod } from '../src/discord/options.js';
import {
  ARTICLES_PER_PAGE,
  type Chart,
  isWorthDrawing,
  timelineView,
} from '../src/discord/render/timeline.js';
import { suggestPeople } from '../src/discord/suggest.js';

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
  async run({ private: _, ...query }, context) {
    const { archive, turning: asked, words } = context;
    const { found, turning } = await lookUpPage(asked, ARTICLES_PER_PAGE, (part) =>
      archive.timeline({ ...query, ...part }),
    );
    return timelineView(found, turning, words, await chartOf(found, context));
  },
});

/** The chart. One that cannot be drawn costs nothing else: the reply has the counts in words too. */
async function chartOf(result: TimelineResult, { words, missing }: Context): Promise<Chart> {
  if (!isWorthDrawing(result)) return null;
  try {
    return { png: await drawPng(timelineSvg(result, words)) };
  } catch (error) {
    return { failure: missing('chart', error) };
  }
}
