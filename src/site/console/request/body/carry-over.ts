/** What of a value is kept when the reader chooses another kind for it. */
import type { FormShape } from '../../../../openapi/request/body-form.ts';
import { addChild } from '../../../../json-text/edit.ts';
import { memberOf, parseJson } from '../../../../json-text/tree.ts';

/**
 * The value as the chosen kind: members that both kinds of object have, a number as text, a text as the number it spells.
 * @param text JSON of the value so far.
 * @param blank JSON of the chosen kind with nothing filled in.
 */
export function carryOver(shape: FormShape | undefined, text: string | undefined, blank: string): string {
  const before = text === undefined ? undefined : parseJson(text);
  if (text === undefined || before === undefined) return blank;
  const kind = shape?.kind;
  if (kind === 'text' && (before.type === 'number' || before.type === 'boolean')) return JSON.stringify(text);
  if (kind === 'number' && before.type === 'string') {
    const number = JSON.parse(text) as string;
    return isNumber(number) ? number : blank;
  }
  if (kind !== 'object' || before.type !== 'object') return blank;
  const names = new Set(shape?.fields?.map(({ name }) => name));
  let result = blank;
  for (const { name, start, end } of before.children) {
    const made = parseJson(result);
    if (made === undefined || !names.has(name) || memberOf(made, name)) continue;
    result = addChild(result, made, text.slice(start, end), name);
  }
  return result;
}

/** Whether a text is a number as JSON writes it. */
export function isNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}
