import type { UniqueNames } from '../../../openapi/model/naming.ts';
import { Html } from '../../../text/markup.ts';

/** Stands in rendered schemas for the anchor of what they are put into; `atAnchor` fills it. */
export const anchorMark = '\uE010';

const USE = new RegExp(` (id|name|href)="(#?)${anchorMark}([^"]*)"`, 'g');

/** Moves rendered members below another member: their anchors get its anchor before them. */
export function within(content: Html, id: string): Html {
  return new Html(content.text.replaceAll(anchorMark, () => id));
}

/**
 * Gives rendered content its place on a page. An id that the page has already gets a number, and so do the
 * link to it and the group name that follow.
 */
export function atAnchor(content: Html, prefix: string, taken: UniqueNames): Html {
  const names = new Map<string, string>();
  const text = content.text.replace(USE, (_, attribute: string, hash: string, rest: string) => {
    const id = rest === '' ? prefix : `${prefix}-${rest}`;
    if (attribute === 'id') names.set(id, taken.take(id));
    return ` ${attribute}="${hash}${names.get(id) ?? id}"`;
  });
  return new Html(text);
}
