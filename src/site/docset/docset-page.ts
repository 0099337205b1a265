import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What is around the content of a page, and what only scripts bring to life. */
const CHROME = new Set(['script', 'noscript', 'nav', 'button', 'dialog', 'form', 'template', 'iframe', 'footer']);
/** Attributes of parts that wait for a script. */
const TOOLS = ['data-console', 'data-demo', 'data-sandbox-panel', 'data-offline-copy', 'data-markdown-ignore'];

/**
 * A page as a reader of docsets shows it: the content of `<main>`, in the site's own styles, nothing that moves. Tabs stand one below
 * the other, each under its name.
 */
export function docsetPage(html: string): string {
  const document = parseDocument(html);
  const all = elementsOf(document);
  const main = all.find(({ name }) => name === 'main');
  const body = all.find(({ name }) => name === 'body');
  const root = all.find(({ name }) => name === 'html');
  if (!main || !body || !root) throw new Error('The page has no content');
  unfoldTabs(main);
  for (const element of elementsOf(main)) if (isChrome(element)) DomUtils.removeElement(element);
  for (const element of all) if (element.name === 'script' || isLeftOfHead(element)) DomUtils.removeElement(element);
  DomUtils.removeElement(main);
  body.children = [];
  DomUtils.appendChild(body, main);
  root.attribs['data-theme'] = 'light';
  return DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' });
}

function elementsOf(node: Document | Element): Element[] {
  return DomUtils.getElementsByTagName('*', node, true);
}

function isChrome({ name, attribs }: Element): boolean {
  return CHROME.has(name) || TOOLS.some((tool) => tool in attribs) || attribs['role'] === 'tablist';
}

/** Of the head: links to what is not in the docset, such as other forms of the page and what is loaded ahead. */
function isLeftOfHead({ name, attribs, parent }: Element): boolean {
  const inHead = parent !== null && 'name' in parent && parent.name === 'head';
  if (!inHead) return false;
  const stays = ['title', 'style', 'meta'].includes(name) || (name === 'link' && attribs['rel'] === 'stylesheet');
  return !stays || Boolean(attribs['http-equiv']);
}

function unfoldTabs(main: Element): void {
  const names = new Map(
    elementsOf(main)
      .filter(({ attribs }) => attribs['role'] === 'tab')
      .map((tab) => [tab.attribs['id'] ?? '', DomUtils.textContent(tab).trim()]),
  );
  for (const panel of elementsOf(main).filter(({ attribs }) => attribs['role'] === 'tabpanel')) {
    delete panel.attribs['hidden'];
    const name = names.get(panel.attribs['aria-labelledby'] ?? '');
    const [first] = panel.children;
    const [title] = parseDocument('<p><strong></strong></p>').children;
    if (name === undefined || !first || !title) continue;
    const [strong] = DomUtils.getElementsByTagName('strong', title);
    if (strong) DomUtils.appendChild(strong, textNode(name));
    DomUtils.prepend(first, title);
  }
}

function textNode(text: string) {
  const [node] = parseDocument('text').children;
  if (!node || !('data' in node)) throw new Error('No text was made');
  node.data = text;
  return node;
}
