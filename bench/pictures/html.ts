import { type APIButtonComponentWithCustomId, type APIComponentInContainer, ComponentType } from 'discord.js';
import type { View, ViewFile } from '../../src/discord/view.js';
import { escapeHtml, markdownToHtml } from './markdown.js';

/** A reply, and how it was asked for. */
export type Shot = { title: string; asked: string; view: View; private: boolean };

/** One page with every reply as Discord lays it out, `width` CSS pixels wide each, in columns. */
export function sheetHtml(shots: readonly Shot[], { theme, width, columns }: Sheet): string {
  const pieces = shots.map(
    ({ title, asked, view, private: isPrivate }) =>
      `<section><h2>${escapeHtml(title)}</h2><div class="message"><div class="asked">${escapeHtml(asked)}</div><div class="row"><i class="face"></i><div class="body"><b class="name">Cuttings</b> <span class="app">APP</span>${viewHtml(view)}${isPrivate ? '<div class="only">👁 Only you can see this · <a>Dismiss message</a></div>' : ''}</div></div></div></section>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${CSS}
main{columns:${columns};column-gap:20px;width:${columns * width + (columns - 1) * 20}px}section{width:${width}px}</style><body class="${theme}"><main>${pieces.join('\n')}</main>`;
}

/** How the replies are laid out. */
export type Sheet = { theme: 'light' | 'dark'; width: number; columns: number };

function viewHtml({ components, files = [] }: View): string {
  return components
    .map(
      ({ accent_color: accent, components: parts }) =>
        `<div class="container" style="border-left-color:#${(accent ?? 0).toString(16).padStart(6, '0')}">${parts.map((part) => partHtml(part, files)).join('')}</div>`,
    )
    .join('');
}

function partHtml(part: APIComponentInContainer, files: readonly ViewFile[]): string {
  if (part.type === ComponentType.TextDisplay)
    return `<div class="text">${markdownToHtml(part.content)}</div>`;
  if (part.type === ComponentType.Separator) return '<hr>';
  if (part.type === ComponentType.ActionRow)
    return `<div class="buttons">${part.components.map((button) => ('custom_id' in button && 'label' in button ? buttonHtml(button) : '')).join('')}</div>`;
  if (part.type === ComponentType.Section) {
    const texts = part.components.map(({ content }) => markdownToHtml(content)).join('');
    const { accessory } = part;
    return `<div class="section"><div class="text">${texts}</div>${'custom_id' in accessory ? buttonHtml(accessory) : ''}</div>`;
  }
  if (part.type === ComponentType.MediaGallery)
    return part.items
      .map(({ media, description }) => {
        const file = files.find(({ name }) => media.url === `attachment://${name}`);
        return `<img alt="${escapeHtml(description ?? '')}" src="data:image/png;base64,${file?.data.toString('base64') ?? ''}">`;
      })
      .join('');
  return '';
}

function buttonHtml({
  label = '',
  disabled,
}: Pick<APIButtonComponentWithCustomId, 'label' | 'disabled'>): string {
  return `<button${disabled ? ' disabled' : ''}>${escapeHtml(label)}</button>`;
}

const CSS = `
*{box-sizing:border-box;margin:0;padding:0}
body{font:16px/1.375 "Inter","Noto Sans","Noto Sans Hebrew",sans-serif;padding:20px;width:max-content;unicode-bidi:normal}
.dark{background:#313338;color:#dbdee1;--box:#2b2d31;--line:#3f4147;--quiet:#949ba4;--link:#00a8fc;--button:#4e5058;--bright:#f2f3f5;--words:#fff}
.light{background:#fff;color:#313338;--box:#f2f3f5;--line:#d9dbdf;--quiet:#5c5e66;--link:#006ce7;--button:#6d6f78;--bright:#060607;--words:#fff}
section{break-inside:avoid;padding-bottom:24px}
h2{font-size:13px;font-weight:600;color:var(--quiet);padding-bottom:4px}
.asked{font-size:13px;color:var(--quiet);padding:0 0 4px 52px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.row{display:flex;gap:12px}.body{flex:1;min-width:0}
.face{width:40px;height:40px;border-radius:50%;background:#3b6e8f;flex:none}
.name{color:var(--bright);font-weight:600}.app{background:#5865f2;color:#fff;font-size:10px;font-weight:600;border-radius:3px;padding:1px 4px;vertical-align:2px}
.container{background:var(--box);border:1px solid var(--line);border-left:4px solid;border-radius:8px;padding:16px;margin-top:4px;max-width:600px;display:flex;flex-direction:column;gap:8px}
.text{overflow-wrap:anywhere;min-width:0;white-space:pre-wrap}
h3{font-size:18px;line-height:1.25;color:var(--bright)}
small{display:block;font-size:13px;line-height:1.4;color:var(--quiet)}
pre{background:var(--code,rgba(127,127,127,.15));border-radius:4px;padding:8px;margin:4px 0;white-space:pre-wrap;font-size:13px}
blockquote{border-left:4px solid var(--button);border-radius:2px;padding-left:12px;margin:1px 0}
li{margin-left:20px}b{font-weight:700;color:var(--bright)}a{color:var(--link)}code{background:var(--line);border-radius:4px;padding:0 3px;font-size:85%}
hr{border:0;border-top:1px solid var(--line)}
.section{display:flex;gap:12px;justify-content:space-between;align-items:flex-start}
.buttons{display:flex;flex-wrap:wrap;gap:8px}
button{background:var(--button);color:var(--words);border:0;border-radius:8px;padding:7px 14px;font:500 14px "Inter","Noto Sans",sans-serif;flex:none;max-width:100%}
button[disabled]{opacity:.5}
img{width:100%;max-width:550px;border-radius:8px}
.only{font-size:12px;color:var(--quiet);padding-top:4px}`;
