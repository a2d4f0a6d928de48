/** Markdown as Discord shows it, to HTML: as much of it as the bot writes. Everything else comes out letter for letter. */
export function markdownToHtml(markdown: string): string {
  // Every second part stands between fences.
  return markdown
    .split(/^```(?:[a-z]+)?$\n?/m)
    .map((part, at) =>
      at % 2 === 1 ? `<pre>${escapeHtml(part)}</pre>` : linesToHtml(part.replace(/\n$/, '')),
    )
    .join('');
}

function linesToHtml(markdown: string): string {
  if (markdown === '') return '';
  const out: string[] = [];
  for (const line of markdown.split('\n')) {
    const [, mark = '', rest = line] = /^(### |-# |> |- )?(.*)$/s.exec(line) ?? [];
    const words = inline(rest);
    if (mark === '### ') out.push(`<h3>${words}</h3>`);
    else if (mark === '-# ') out.push(`<small>${words}</small>`);
    else if (mark === '> ') out.push(`<blockquote>${words}</blockquote>`);
    else if (mark === '- ') out.push(`<li>${words}</li>`);
    else out.push(`<p>${words || '&nbsp;'}</p>`);
  }
  return out.join('').replaceAll('</blockquote><blockquote>', '<br>');
}

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

const TOKEN =
  /\\([^0-9A-Za-z\s])|\[((?:\\.|[^[\]\\])*)\]\((https?:[^\s()]*)\)|`([^`]+)`|(\*\*|~~)|<t:(\d+)(?::[a-zA-Z])?>|(<#\d+>)|([\s\S])/gu;

function inline(text: string): string {
  const open = new Set<string>();
  let html = '';
  for (const [, escaped, label, url, code, mark, time, channel, plain] of text.matchAll(TOKEN)) {
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (label !== undefined && url !== undefined)
      html += `<a title="${escapeHtml(url)}">${inline(label)}</a>`;
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (mark !== undefined) {
      const tag = mark === '**' ? 'b' : 's';
      html += open.delete(mark) ? `</${tag}>` : `<${tag}>`;
      if (html.endsWith(`<${tag}>`)) open.add(mark);
    } else if (time !== undefined) html += escapeHtml(TIME.format(Number(time) * 1000));
    // The pictures have one channel.
    else if (channel !== undefined) html += '<a>#general</a>';
    else html += escapeHtml(plain ?? '');
  }
  return html;
}

/** Text for between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
