/** Finds where a text stops being JSON and says it in words, the same in every browser. */
import { eachToken } from './lexer.ts';

export interface JsonError {
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units. */
  column: number;
  /** The same place as an offset into the text. */
  at: number;
  /** A sentence about what is wrong there, without the place. */
  message: string;
}

interface Lexeme {
  type: 'punctuation' | 'string' | 'number' | 'word' | 'end';
  text: string;
  at: number;
}

/** What may come next. The stack of open brackets decides what follows a value. */
type Expecting = 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'comma-or-close' | 'end';

class Mistake extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** Returns the first mistake in a JSON text, or undefined where there is none. @see RFC 8259 */
export function findJsonError(text: string): JsonError | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const mistake = scan(text);
    if (mistake === undefined) return { line: 1, column: 1, at: 0, message: (error as Error).message };
    const before = text.slice(0, mistake.at);
    const lineStart = before.lastIndexOf('\n') + 1;
    return {
      line: before.split('\n').length,
      column: mistake.at - lineStart + 1,
      at: mistake.at,
      message: mistake.message,
    };
  }
}

function scan(text: string): Mistake | undefined {
  try {
    const open: string[] = [];
    let expecting: Expecting = 'value';
    let last: Lexeme | undefined;
    const take = (lexeme: Lexeme): void => {
      expecting = advance(lexeme, expecting, open, last);
      last = lexeme;
    };
    eachToken(text, (start, end) => take(lexemeOf(text.slice(start, end), start)));
    take({ type: 'end', text: '', at: text.trimEnd().length });
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
}

function advance(lexeme: Lexeme, expecting: Expecting, open: string[], last: Lexeme | undefined): Expecting {
  const { text, type } = lexeme;
  const closing = text === '}' || text === ']';
  if (closing && type === 'punctuation' && mayClose(expecting, text, open)) {
    open.pop();
    return open.length > 0 ? 'comma-or-close' : 'end';
  }
  if (closing && last?.text === ',') throw new Mistake(last.at, `Remove the comma before “${text}”.`);
  switch (expecting) {
    case 'value':
    case 'value-or-close':
      return takeValue(lexeme, open);
    case 'name':
    case 'name-or-close':
      if (type === 'string') return 'colon';
      throw complain(
        lexeme,
        open,
        type === 'word' ? `Put double quotes around the name ${text}.` : 'A name in double quotes belongs here.',
      );
    case 'colon':
      if (text === ':') return 'value';
      throw complain(lexeme, open, `A colon is missing after the name ${last?.text ?? ''}.`);
    case 'comma-or-close':
      if (text === ',') return open.at(-1) === '{' ? 'name' : 'value';
      throw complain(
        lexeme,
        open,
        closing ? `“${text}” does not match the open “${open.at(-1) ?? ''}”.` : 'A comma is missing before this.',
      );
    case 'end':
      if (type === 'end') return 'end';
      throw new Mistake(lexeme.at, 'The JSON is complete before this. Remove what follows.');
  }
}

function mayClose(expecting: Expecting, text: string, open: string[]): boolean {
  const matches = open.at(-1) === (text === '}' ? '{' : '[');
  return matches && ['comma-or-close', 'value-or-close', 'name-or-close'].includes(expecting);
}

function takeValue(lexeme: Lexeme, open: string[]): Expecting {
  const { text, type } = lexeme;
  if (text === '{' || text === '[') {
    open.push(text);
    return text === '{' ? 'name-or-close' : 'value-or-close';
  }
  if (type === 'word' && !['true', 'false', 'null'].includes(text)) {
    throw complain(lexeme, open, `${text} is not a JSON value. Put text in double quotes.`);
  }
  if (type === 'punctuation' || type === 'end')
    throw complain(lexeme, open, `A value is missing before ${type === 'end' ? 'the end' : `“${text}”`}.`);
  return open.length > 0 ? 'comma-or-close' : 'end';
}

function complain(lexeme: Lexeme, open: string[], message: string): Mistake {
  const bracket = open.at(-1);
  if (lexeme.type !== 'end' || bracket === undefined) return new Mistake(lexeme.at, message);
  return new Mistake(lexeme.at, `The text ends too early: a “${bracket === '{' ? '}' : ']'}” is missing.`);
}

function lexemeOf(token: string, at: number): Lexeme {
  if ('{}[],:'.includes(token)) return { type: 'punctuation', text: token, at };
  if (token.startsWith('"')) return { type: 'string', text: checkString(token, at), at };
  if (/^-?\d/.test(token)) return { type: 'number', text: checkNumber(token, at), at };
  return { type: 'word', text: checkWord(token, at), at };
}

function checkString(text: string, at: number): string {
  if (!/^"(?:[^"\\]|\\.)*"$/.test(text)) throw new Mistake(at, 'This text has no closing double quote on its line.');
  const escape = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.replaceAll('\\\\', '__'));
  if (escape)
    throw new Mistake(
      at + escape.index,
      'This backslash starts no escape that JSON knows. Write \\\\ for a backslash.',
    );
  const control = text.search(/[\x00-\x1f]/);
  if (control >= 0)
    throw new Mistake(at + control, 'A tab or control character in a text must be escaped, such as \\t.');
  return text;
}

function checkNumber(text: string, at: number): string {
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return text;
  throw new Mistake(at, `${text} is not a JSON number.`);
}

function checkWord(text: string, at: number): string {
  if (/^['‘“`]/.test(text)) throw new Mistake(at, 'Use straight double quotes (") around text.');
  if (text.startsWith('//') || text.startsWith('/*')) throw new Mistake(at, 'JSON has no comments. Remove this one.');
  return text;
}
