const SNIFFED = 4096;

const PAGE =
  /^\uFEFF?\s*(?:<\?xml\s[^<>]{0,500}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)[\s/>]/i;
const PAGE_NAME = /\.(?:html?|xhtml?|xht)$/i;

/** True for the text of a web page: known by its head, else by its name and a tag. */
export function looksLikePage(text: string, name: string): boolean {
  const head = text.slice(0, SNIFFED);
  return PAGE.test(head) || (PAGE_NAME.test(name) && /<\/?[a-z][^<>]{0,200}>/i.test(head));
}
