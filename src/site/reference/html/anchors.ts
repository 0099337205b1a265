import type { UniqueNames } from '../../../openapi/model/naming.ts';
import { escapeHtml } from '../../../text/escape.ts';
import { Html } from '../../../text/markup.ts';

/**
 * Stands in rendered schemas for the anchor of what they are put into; `atAnchor` fills it. A tag without a name is nothing
 * that a text could become: its signs are escaped.
 */
const HERE = '<>';

const USE = new RegExp(` (id|name|href)="(#?)${HERE}([^"]*)"`, 'g');

/** The anchor of a part of what is rendered, `id="${anchorHere('name')}"`; its beginning follows later. */
export function anchorHere(part: string): Html {
  return new Html(HERE + escapeHtml(part));
}

/** Moves rendered members below another member: their anchors get its anchor before them. */
export function within(content: Html, anchor: Html): Html {
  return new Html(content.text.replaceAll(HERE, () => `${anchor.text}-`));
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
