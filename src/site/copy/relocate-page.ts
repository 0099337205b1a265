import { DomUtils, parseDocument } from 'htmlparser2';
import type { Naming } from './relative-address.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Attributes that hold several addresses. */
const LISTS = new Set(['srcset', 'imagesrcset']);
/** Addresses in styles, of a page or a file: those that begin at the site's root. */
const STYLE_URL = /url\((['"]?)(\/[^/)'"][^)'"]*)\1\)/g;

export interface Relocation {
  /** The page's own address. */
  readonly page: string;
  /** Whether the site has something under a path. */
  readonly has: (path: string) => boolean;
  readonly naming: Naming;
  /** Where the site is published, for links to pages of it that are not in the copy; without it they stay as they are. */
  readonly site?: string;
  /** Put into the head, before all that the page loads. */
  readonly head: string;
  /** Attributes of `<html>`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A page with all that leads to the site from its root leading there from where the copy stands. */
export function relocatePage(html: string, relocation: Relocation): string {
  const document = parseDocument(html);
  const elements = DomUtils.getElementsByTagName('*', document, true);
  for (const element of elements) {
    for (const [name, value] of Object.entries(element.attribs))
      element.attribs[name] = LISTS.has(name) ? relocateList(value, relocation) : relocate(value, relocation);
    leadOut(element, relocation);
    if (element.attribs['style']) element.attribs['style'] = relocateStyle(element.attribs['style'], relocation);
    if (element.name === 'html') Object.assign(element.attribs, relocation.attributes);
    if (element.name === 'head' && relocation.head !== '') {
      const [first] = element.children;
      for (const child of parseDocument(relocation.head).children)
        if (first) DomUtils.prepend(first, child);
        else DomUtils.appendChild(element, child);
    }
    for (const child of element.name === 'style' ? element.children : [])
      if ('data' in child) child.data = relocateStyle(child.data, relocation);
  }
  return DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' });
}

/** Any attribute may hold an address: what leads to something of the site is one. */
function relocate(value: string, { page, has, naming }: Relocation): string {
  if (!/^\/(?!\/)/.test(value)) return value;
  const [path = ''] = value.split(/[?#]/);
  return has(path) ? naming(page, value) : value;
}

function leadOut(element: Element, { site }: Relocation): void {
  const { href } = element.attribs;
  if (site !== undefined && href && /^\/(?!\/)/.test(href)) element.attribs['href'] = new URL(href, site).href;
}

function relocateList(value: string, relocation: Relocation): string {
  return value
    .split(',')
    .map((candidate) => {
      const [address = '', ...rest] = candidate.trim().split(/\s+/);
      return [relocate(address, relocation), ...rest].join(' ');
    })
    .join(', ');
}

/** A style sheet, or a part of one; `page` is the address of what holds it. */
export function relocateStyle(css: string, { page, has, naming }: Pick<Relocation, 'page' | 'has' | 'naming'>): string {
  return css.replace(STYLE_URL, (whole, quote: string, target: string) => {
    const [path = ''] = target.split(/[?#]/);
    return has(path) ? `url(${quote}${naming(page, target)}${quote})` : whole;
  });
}
