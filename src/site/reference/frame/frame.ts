import { randomUUID } from 'node:crypto';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { escapeAttribute, escapeHtml, escapeTags } from '../../../text/escape.ts';

interface Neighbour {
  label: string;
  link: string;
}

/** What Starlight's page is told of a page of the reference. */
export interface PageFacts {
  title: string;
  description: string;
  head: StarlightRouteData['head'];
  prev: Neighbour | false;
  next: Neighbour | false;
}

/** All that differs between pages in what Starlight makes. */
export interface FrameValues {
  /** The facts with a mark in the place of each value. */
  marked: PageFacts;
  /** The same as text: pages of one shape have one frame. */
  shape: string;
  /** By their marks. */
  values: string[];
  /** HTML. */
  sidebar: string;
}

/** Made anew for each build, so that no document can have it; of letters that look the same in every place of a page. */
const nonce = randomUUID();
const MARK = new RegExp(`${nonce}-(\\w+)-value`);
const mark = (name: string | number): string => `${nonce}-${name}-value`;

export const sidebarMark = mark('sidebar');
/** Stand around the content of a page. */
export const contentStart = `<!--${nonce}-->`;
export const contentEnd = `<!--/${nonce}-->`;

export function frameValues({ title, description, head, prev, next }: PageFacts, sidebar: string): FrameValues {
  const values: string[] = [];
  const take = (value: string): string => mark(values.push(value) - 1);
  const neighbour = (page: Neighbour | false) => page && { label: take(page.label), link: take(page.link) };
  const marked: PageFacts = {
    title: take(title),
    description: take(description),
    head: head.map(({ tag, attrs, content }) => ({
      tag,
      attrs: Object.fromEntries(
        Object.entries(attrs ?? {}).map(([name, value]) => [
          name,
          typeof value === 'string' && (name === 'content' || name === 'href') ? take(value) : value,
        ]),
      ),
      ...(content !== undefined && { content: take(content) }),
    })),
    prev: neighbour(prev),
    next: neighbour(next),
  };
  return { marked, shape: JSON.stringify(marked), values, sidebar };
}

/** What Starlight makes of a page, the content aside. It is alike on all pages but for some values, so it is made once and filled. */
export class Frame {
  /** Text and names of values in turn. */
  readonly #parts: readonly string[];

  /**
   * @param html A page that Starlight made of marks, with the content between its signs.
   * @param canonical The page's own full address, if the site has one.
   */
  constructor(html: string, canonical: string | undefined) {
    const before = html.slice(0, html.indexOf(contentStart));
    const after = html.slice(html.lastIndexOf(contentEnd) + contentEnd.length);
    const head = canonical === undefined ? before : before.replaceAll(`"${canonical}"`, `"${mark('canonical')}"`);
    this.#parts = (head + mark('content') + after).split(MARK);
  }

  fill({ values, sidebar }: FrameValues, content: string, canonical: string | undefined): string {
    const named = new Map([
      ...values.map((value, at) => [String(at), value] as const),
      ['sidebar', sidebar],
      ['content', content],
    ]);
    if (canonical !== undefined) named.set('canonical', canonical);
    let html = '';
    for (const [at, part] of this.#parts.entries())
      html += at % 2 === 0 ? part : escapeAfter(this.#parts[at - 1] ?? '', part, named.get(part) ?? '');
    return html;
  }
}

/** A value as Starlight writes it after this text: in an attribute, in a script or as text. */
function escapeAfter(before: string, name: string, value: string): string {
  if (before.endsWith('="')) return escapeAttribute(value);
  // Starlight takes a title for HTML, as it takes a script; but a document's title may not end the element.
  if (before.endsWith('<title>')) return escapeTags(value);
  return name === 'content' || name === 'sidebar' || /<script[^>]*>$/.test(before) ? value : escapeHtml(value);
}

/** The content of a page, with its frame or without. */
export function contentOf(html: string): string {
  return html.slice(html.indexOf(contentStart) + contentStart.length, html.lastIndexOf(contentEnd));
}

/** The frames that are made already, by the shape of their pages. */
export class Frames {
  readonly #made = new Map<string, Frame>();

  of({ shape }: FrameValues): Frame | undefined {
    return this.#made.get(shape);
  }

  add({ shape }: FrameValues, frame: Frame): void {
    this.#made.set(shape, frame);
  }
}
