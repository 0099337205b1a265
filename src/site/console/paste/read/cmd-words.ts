/** Reads a text as the command line of Windows does, so as browsers copy a request for it. */
import { UnreadableError } from './pasted-request.ts';
import type { Word } from './shell-words.ts';

/** Whether a text is for `cmd.exe`: a caret escapes a quote, or ends a line. */
export function isForCmd(text: string): boolean {
  return /(?:^|\s)\^"|[\s"]\^\r?\n/.test(text) && !/\s\\\r?\n/.test(text);
}

/**
 * The commands of a text, each as its words.
 * @throws UnreadableError where a quote is not closed
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function cmdCommands(text: string): Word[][] {
  return withoutCarets(text.replaceAll('\r\n', '\n'))
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

/** First `cmd.exe` reads: a caret outside of quotes makes the next sign a plain one, and a line that ends in one goes on. */
function withoutCarets(text: string): string[] {
  const commands = [''];
  let isQuoted = false;
  const add = (sign: string): void => {
    commands.push((commands.pop() ?? '') + sign);
  };
  for (const [part, escaped] of text.matchAll(/\^(\n?[\s\S])|[^^"\n&|]+|[\s\S]/g)) {
    if (part.length > 1 && escaped !== undefined && !isQuoted) add(escaped.length > 1 ? escaped.slice(1) : escaped);
    else if (part === '"') {
      isQuoted = !isQuoted;
      add(part);
    } else if (/^[\n&|]$/.test(part) && !isQuoted) commands.push('');
    else if (part !== '^' || isQuoted) add(part);
  }
  return commands;
}

/** Then the program does: backslashes count before a quote only, and a doubled quote inside of quotes is one. */
function wordsOf(command: string): Word[] {
  const words: Word[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (const [part, slashes, second, space] of command.matchAll(/(\\*)"("?)|(\s+)|[^\s"\\]+|\\+/g)) {
    if (space !== undefined && !isQuoted) {
      if (word !== undefined) words.push({ text: word, open: [] });
      word = undefined;
    } else if (slashes === undefined) word = (word ?? '') + part;
    else {
      const isPlain = slashes.length % 2 === 1;
      const isDoubled = second === '"' && isQuoted && !isPlain;
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes.length / 2)) + (isPlain || isDoubled ? '"' : '');
      // An odd number of quotes that mean one.
      if (isPlain === (second === '"') && !isDoubled) isQuoted = !isQuoted;
    }
  }
  if (isQuoted) throw new UnreadableError('A quote " is not closed: part of the command is missing.');
  return word === undefined ? words : [...words, { text: word, open: [] }];
}
