import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import { MAX_HTML_ATTRIBUTES, MAX_HTML_DEPTH, MAX_HTML_NODES } from '../limits.js';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** A parsed page. */
export type Page = {
  root: DefaultTreeAdapterTypes.Document;
  /** Why the parser stopped before the page's end; null where it read all of it. */
  cut: string | null;
  /** The line, counted from 1, on which the start tag of an element ends. */
  lines: ReadonlyMap<Element, number>;
};

class PageLimit extends Error {}

/**
 * Parses a page as a browser does. The parser has no recursion; nodes and depth are counted while it makes
 * them, so that a hostile page ends it early, and what it has by then is the page.
 */
export function parsePage(html: string): Page {
  let nodes = 0;
  let depth = 0;
  const lines = new Map<Element, number>();
  const count = () => {
    if (++nodes > MAX_HTML_NODES) throw new PageLimit(`it has more than ${MAX_HTML_NODES} elements`);
  };
  const parser = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attrs) {
        count();
        const element = defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
        // The parser's own locations would take a fifth of the time of a page.
        lines.set(element, parser.tokenizer.preprocessor.line);
        return element;
      },
      createCommentNode(data) {
        count();
        return defaultTreeAdapter.createCommentNode(data);
      },
      onItemPush() {
        if (++depth > MAX_HTML_DEPTH)
          throw new PageLimit(`more than ${MAX_HTML_DEPTH} of its elements lie inside each other`);
      },
      onItemPop() {
        depth--;
      },
    },
  });
  try {
    for (let at = 0; at < html.length; at += CHUNK) {
      parser.tokenizer.write(html.slice(at, at + CHUNK), at + CHUNK >= html.length);
      if (openAttributes(parser) > MAX_HTML_ATTRIBUTES)
        throw new PageLimit(`an element has more than ${MAX_HTML_ATTRIBUTES} attributes`);
    }
    return { root: parser.document, cut: null, lines };
  } catch (error) {
    if (error instanceof PageLimit) return { root: parser.document, cut: error.message, lines };
    throw error;
  }
}

// How much the parser is given at once, in UTF-16 units.
const CHUNK = 64 * 1024;

// Attributes of the tag that the parser is in: it compares each new one with all before it.
function openAttributes({ tokenizer }: Parser<DefaultTreeAdapterMap>): number {
  const token: unknown = Reflect.get(tokenizer, 'currentToken');
  const isTag = typeof token === 'object' && token !== null && 'attrs' in token;
  return isTag && Array.isArray(token.attrs) ? token.attrs.length : 0;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The nodes inside a node; none for texts and comments. */
export function childrenOf(node: Node): readonly DefaultTreeAdapterTypes.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function parentOf(node: Element): Element | null {
  const parent: ParentNode | null = node.parentNode;
  return parent && isElement(parent) ? parent : null;
}

/** The value of an attribute; empty where it is missing. */
export function attribute({ attrs }: Element, name: string): string {
  for (const attr of attrs) if (attr.name === name) return attr.value;
  return '';
}

/** Shows every element below a node to `visit`, in reading order, the node itself first. */
export function eachElement(node: Node, visit: (element: Element) => void): void {
  if (isElement(node)) visit(node);
  for (const child of childrenOf(node)) eachElement(child, visit);
}

/** All text below an element, scripts included. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  let text = '';
  for (const child of childrenOf(node)) text += textOf(child);
  return text;
}
