const ROOT = /^<(?:[\w-]{1,20}:)?(rss|feed|RDF)[\s>]/i;
// Comments and a list of entities may stand before the root, but no more than this.
const HEAD = 64 * 1024;

/** What a text is the start of, where its root element is a feed's; null for anything else. */
export function feedRoot(text: string): { declaresEntities: boolean } | null {
  const head = text.slice(0, HEAD);
  let declaresEntities = false;
  let at = 0;
  for (;;) {
    while (/\s/.test(head[at] ?? '')) at++;
    if (head.startsWith('<?', at)) at = after(head, '?>', at);
    else if (head.startsWith('<!--', at)) at = after(head, '-->', at);
    else if (/^<!doctype/i.test(head.slice(at, at + 9))) {
      const end = head.indexOf('>', at);
      const subset = head.indexOf('[', at);
      const hasSubset = subset !== -1 && subset < end;
      declaresEntities ||= hasSubset;
      at = hasSubset ? after(head, ']', subset) : end + 1;
      if (at === 0) return null;
      if (hasSubset) at = after(head, '>', at);
    } else break;
    if (at === 0) return null;
  }
  return ROOT.test(head.slice(at, at + 40)) ? { declaresEntities } : null;
}

// Where the text goes on after the next `mark`; 0 where there is none.
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? 0 : found + mark.length;
}
