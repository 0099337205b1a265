import { escapeHtml } from './escape.ts';

/** HTML that is safe to put on a page: made by `markup`, or by a sanitiser. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type HtmlValue = Html | string | number | false | null | undefined | HtmlValue[];

/** A template whose texts are escaped; `Html` goes in as it is, lists are joined, `false`, `null` and `undefined` are nothing. */
export function markup(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) text += print(value) + (strings[index + 1] ?? '');
  return new Html(text);
}

function print(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(print).join('');
  return value === false || value === null || value === undefined ? '' : escapeHtml(String(value));
}
