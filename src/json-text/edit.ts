/**
 * Changes of one place in a JSON text. A value that takes the place of another leaves the rest as it was typed, to the
 * last space; what comes or goes sets the text anew with two spaces. Numbers too long for a machine, names that occur
 * twice and the order of names survive both.
 */
import { formatJson } from './format.ts';
import type { JsonNode } from './tree.ts';

/** Puts a JSON value in the place of another. */
export function replaceNode(text: string, { start, end }: JsonNode, value: string): string {
  const result = text.slice(0, start) + value + text.slice(end);
  return /^[[{]/.test(value) ? formatJson(result) : result;
}

/** Adds a member to the end of an object, or an item to the end of an array, which has no name. */
export function addChild(text: string, parent: JsonNode, value: string, name?: string): string {
  const end = parent.end - 1;
  const comma = parent.children.length > 0 ? ',' : '';
  const key = name === undefined ? '' : `${JSON.stringify(name)}:`;
  return formatJson(text.slice(0, end).trimEnd() + comma + key + value + text.slice(end));
}

/** Takes a member or an item out. */
export function removeChild(text: string, parent: JsonNode, index: number): string {
  const { children } = parent;
  const next = children[index + 1];
  const from = next === undefined ? (children[index - 1]?.end ?? parent.start + 1) : children[index]?.nameStart;
  const to = next === undefined ? children[index]?.end : next.nameStart;
  if (from === undefined || to === undefined) return text;
  return formatJson(text.slice(0, from) + text.slice(to));
}

/** Gives a member another name; value and place stay. */
export function renameMember(text: string, { nameStart, nameEnd }: JsonNode, name: string): string {
  return text.slice(0, nameStart) + JSON.stringify(name) + text.slice(nameEnd);
}
