import type { TimelineResult } from '../../archive/timeline.js';
import { shortPeriodOf } from '../../archive/timeline-words.js';
import type { Words } from '../../words/words.js';

// As wide as a telephone shows it, so that its words are no smaller there than the message's own.
const WIDTH = 420;
const HEIGHT = 244;
const PLOT = { left: 40, right: 408, top: 54, bottom: 192 };
const FONT = 13;
/** About what a character of the font takes, in units of the picture. */
const CHARACTER = 7.4;
// Its own dark ground: the same colours can be read whatever theme lies around it.
const COLOURS = { ground: '#1f242b', bar: '#6fb1dc', line: '#3a434e', words: '#dfe5ec', hatch: '#4d5865' };

/**
 * A bar chart of a timeline: how many articles of each period speak of the topic; periods of which the archive has no article
 * at all are hatched. Every word in it is our own.
 */
export function timelineSvg(
  { every, periods }: Pick<TimelineResult, 'every' | 'periods'>,
  words: Words,
): string {
  const most = Math.max(...periods.map(({ articles }) => articles), 1);
  const top = niceTop(most);
  const step = (PLOT.right - PLOT.left) / periods.length;
  const width = Math.min(step * 0.72, 48);
  const y = (count: number) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * count) / top;
  const middle = (at: number) => PLOT.left + step * (at + 0.5);
  const lines = [...new Set([0, top % 2 === 0 ? top / 2 : top, top])].map(
    (count) =>
      `<path d="M${PLOT.left} ${number(y(count))}H${PLOT.right}" stroke="${COLOURS.line}"/>${label(count, PLOT.left - 7, y(count) + 4.5, 'end')}`,
  );
  const bars = periods.map(({ articles, of }, at) => {
    if (of === 0) return rect(PLOT.left + step * at, PLOT.top, step, PLOT.bottom - PLOT.top, 'url(#none)');
    if (articles === 0) return '';
    const bar = rect(middle(at) - width / 2, y(articles), width, PLOT.bottom - y(articles), COLOURS.bar);
    return periods.length <= 12 ? bar + label(articles, middle(at), y(articles) - 5, 'middle') : bar;
  });
  const names = periods.map(({ from }) => shortPeriodOf(every, from, words));
  // A name needs its width and a gap; the first is always there.
  const room = Math.max(...names.map((name) => name.length)) * CHARACTER + 12;
  const apart = Math.max(1, Math.ceil(room / step));
  let end = 0;
  const axis = names.map((name, at) => {
    const half = (name.length * CHARACTER) / 2;
    const x = Math.min(Math.max(middle(at), half + 6), WIDTH - half - 6);
    // One that was moved into the frame may come too near the one before.
    if (at % apart !== 0 || x - half < end + 4) return '';
    end = x + half;
    return label(name, x, PLOT.bottom + 20, 'middle');
  });
  const legend = periods.some(({ of }) => of === 0)
    ? rect(PLOT.left, HEIGHT - 22, 12, 12, 'url(#none)') +
      label(words.timeline.noArticles, PLOT.left + 19, HEIGHT - 11.5, 'start')
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Inter" font-size="${FONT}" fill="${COLOURS.words}">`,
    `<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="${COLOURS.hatch}" stroke-width="2"/></pattern></defs>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="${COLOURS.ground}"/>`,
    label(words.timeline.every[every], PLOT.left, 22, 'start'),
    ...lines,
    ...bars,
    ...axis,
    legend,
    '</svg>',
  ].join('\n');
}

/** The least even number or 1, 5, that is round enough for an axis and not below `most`. */
function niceTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [1, 2, 4, 6, 8, 10].find((each) => each * power >= most) ?? 10;
  return round * power;
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="1.5" fill="${fill}"/>`;
}

function label(words: string | number, x: number, y: number, anchor: 'start' | 'middle' | 'end'): string {
  const escaped = String(words).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${number(x)}" y="${number(y)}" text-anchor="${anchor}">${escaped}</text>`;
}

const number = (value: number) => String(Math.round(value * 100) / 100);
