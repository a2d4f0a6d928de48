const SNIFFED = 4096;
const META = /<meta\s[^<>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
const XML = /^\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i;

const PAGE =
  /^\uFEFF?\s*(?:<\?xml\s[^<>]{0,500}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)[\s/>]/i;
const PAGE_NAME = /\.(?:html?|xhtml?|xht)$/i;

/** The encoding that a page or an XML file names at its head; null where it names none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, SNIFFED)).toString('latin1');
  return XML.exec(head)?.[1] ?? META.exec(head)?.[1] ?? null;
}

/** True for the text of a web page: known by its head, else by its name and a tag. */
export function looksLikePage(text: string, name: string): boolean {
  const head = text.slice(0, SNIFFED);
  return PAGE.test(head) || (PAGE_NAME.test(name) && /<\/?[a-z][^<>]{0,200}>/i.test(head));
}
