import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { parsePage } from './parse-page.ts';

/** What a built page says, cleared of what only works in a browser. */
export interface PageContent {
  title: string;
  description: string;
  content: Root;
}

/** Elements without a meaning in text. Diagrams drawn as SVG have their text beside them. */
const DROPPED = new Set([
  'script',
  'style',
  'template',
  'svg',
  'nav',
  'button',
  'header',
  'footer',
  'dialog',
  'wbr',
  'form',
  'iframe',
]);
const INLINE = new Set(['a', 'span', 'code', 'b', 'strong', 'em', 'i', 'small', 'abbr', 'time', 'kbd']);

/** Tabs of one tab list take their label with them. */
type Labels = ReadonlyMap<string, string>;

/** Reads the main content of a page: navigation, buttons and the like are left out, tabs and notes told by plain elements. */
export function pageContent(html: string, isDecorative: (caption: string) => boolean): PageContent {
  const tree = parsePage(html);
  const all = [...elementsOf(tree)];
  const main = all.find(({ tagName }) => tagName === 'main') ?? all.find(({ tagName }) => tagName === 'body');
  const labels = new Map(
    all
      .filter(({ properties }) => properties['role'] === 'tab' && typeof properties['id'] === 'string')
      .map((tab) => [String(tab.properties['id']), toString(tab).trim()]),
  );
  const heading = all.find(({ tagName }) => tagName === 'h1') ?? all.find(({ tagName }) => tagName === 'title');
  const description = all.find(({ tagName, properties }) => tagName === 'meta' && properties['name'] === 'description');
  return {
    title: heading ? toString(heading).trim() : '',
    description: String(description?.properties['content'] ?? ''),
    content: {
      type: 'root',
      children: (main?.children ?? []).flatMap((child) => clean(child, { labels, isDecorative })),
    },
  };
}

function* elementsOf(node: Root | Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsOf(child);
  }
}

interface Context {
  labels: Labels;
  /** Whether a caption of code only names its language. */
  isDecorative: (caption: string) => boolean;
}

function clean(node: ElementContent, context: Context): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  if (isDropped(node)) return [];
  const children =
    node.tagName === 'pre'
      ? node.children
      : spaced(
          node,
          node.children.flatMap((child) => clean(child, context)),
        );
  const cleaned = { ...node, children };
  const { properties, tagName } = node;
  if (properties['role'] === 'tabpanel') return tabPanel(cleaned, context.labels);
  if (tagName === 'summary' || hasClass(node, 'title') || hasClass(node, 'starlight-aside__title'))
    return [element('p', [element('strong', children)])];
  if (tagName === 'figcaption')
    return context.isDecorative(toString(node).trim()) ? [] : [element('p', [element('strong', children)])];
  if (tagName === 'aside' || properties['role'] === 'note') return [element('blockquote', children)];
  if (tagName === 'pre') return [...titleOf(node), codeBlock(node)];
  return [tagName === 'dl' ? termList(cleaned) : cleaned];
}

/** Between two inline elements a page may keep a distance by style alone; so it does between blocks of a table's cell, which has lines only. */
function spaced({ tagName }: Element, children: ElementContent[]): ElementContent[] {
  const isCell = tagName === 'td' || tagName === 'th';
  return children.flatMap((child, index) => {
    const previous = children[index - 1];
    const told = isCell && isBlock(child) ? child.children : [child];
    return previous && isApart(previous, isCell) && isApart(child, isCell) ? [text(' '), ...told] : told;
  });
}

function isApart(node: ElementContent, isInCell: boolean): boolean {
  return isInline(node) || (isInCell && isBlock(node));
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'div' || node.tagName === 'p');
}

function isInline(node: ElementContent): boolean {
  return node.type === 'element' && INLINE.has(node.tagName);
}

/** `<dl>` as a list: the term, a colon, what is said of it. */
function termList(list: Element): Element {
  const parts = list.children
    .flatMap((child) => (child.type === 'element' && child.tagName === 'div' ? child.children : child))
    .filter((child) => child.type === 'element');
  const items: Element[] = [];
  for (const part of parts) {
    const isPlain = part.children.every((child) => child.type === 'text' || isInline(child));
    const item = items.at(-1);
    if (part.tagName === 'dt') items.push(element('li', [element('strong', part.children)]));
    else item?.children.push(...(isPlain ? [text(': ')] : []), ...part.children);
  }
  return element('ul', items);
}

function isDropped({ tagName, properties }: Element): boolean {
  const isHidden = properties['ariaHidden'] === 'true' || properties['role'] === 'tablist';
  return (
    DROPPED.has(tagName) || isHidden || 'dataMarkdownIgnore' in properties || hasClass({ properties }, 'sl-anchor-link')
  );
}

function tabPanel(panel: Element, labels: Labels): ElementContent[] {
  const label = labels.get(String([panel.properties['ariaLabelledBy'] ?? ''].flat()[0]));
  return [...(label === undefined ? [] : [element('p', [element('strong', [text(label)])])]), ...panel.children];
}

/** Of several files in one frame each has its name. */
function titleOf({ properties: { dataTitle } }: Element): Element[] {
  return typeof dataTitle === 'string' ? [element('p', [element('strong', [text(dataTitle)])])] : [];
}

/** A change keeps its signs, as a diff. The language stands where `hast-util-to-mdast` looks for it. */
function codeBlock(pre: Element): Element {
  const language = 'dataChange' in pre.properties ? 'diff' : pre.properties['dataLanguage'];
  const code = element('code', [text(toString(pre))]);
  if (typeof language === 'string') code.properties['className'] = [`language-${language}`];
  return element('pre', [code]);
}

function hasClass({ properties }: Pick<Element, 'properties'>, name: string): boolean {
  return [properties['className'] ?? []].flat().includes(name);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
