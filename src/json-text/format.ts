import { eachToken } from './lexer.ts';

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
  eachToken(text, (start, end) => {
    const token = text.slice(start, end);
    const closes = token === '}' || token === ']';
    if (closes) depth -= 1;
    if (opened !== closes) result += newLine();
    opened = false;
    if (token === ',') result += `,${newLine()}`;
    else if (token === ':') result += ': ';
    else result += token;
    if (token !== '{' && token !== '[') return;
    depth += 1;
    opened = true;
  });
  return result;
}
