import { jsonLexemes } from '../../json-text/json-tree.ts';

/** Indents JSON and leaves each number and text as it was written. Text that is not JSON comes back unchanged. */
export function formatJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let result = '';
  let depth = 0;
  let opened = false;
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const { 0: piece } of text.matchAll(jsonLexemes)) {
    const closes = piece === '}' || piece === ']';
    if (closes) depth -= 1;
    if (opened !== closes) result += newLine();
    opened = false;
    if (piece === ',') result += `,${newLine()}`;
    else if (piece === ':') result += ': ';
    else result += piece;
    if (piece !== '{' && piece !== '[') continue;
    depth += 1;
    opened = true;
  }
  return result;
}
