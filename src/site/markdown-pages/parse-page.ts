import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { ElementType, parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** A page as the tree that `hast-util-to-mdast` reads, without comments. */
export function parsePage(html: string): Root {
  return { type: 'root', children: parseDocument(html).children.flatMap(toHast) };
}

function toHast(node: Node): ElementContent[] {
  if (node.type === ElementType.Text) return [{ type: 'text', value: node.data }];
  if (!('attribs' in node)) return [];
  return [h(node.name, node.attribs, node.children.flatMap(toHast))];
}
