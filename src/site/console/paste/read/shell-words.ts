/** Reads a text as a shell does: commands, their words, what is quoted and what only the shell knows. @see https://www.gnu.org/software/bash/manual/bash.html#Quoting */
import { ansiCText } from './ansi-c-quoting.ts';
import { UnreadableError } from './pasted-request.ts';

export interface Word {
  text: string;
  /** What only the reader's shell can fill in, as it was written: `$KEY`, `$(date)`. It stands in the text so. */
  open: string[];
}

/** The value of a variable, where it is known. */
export type VariableOf = (name: string) => string | undefined;

/**
 * The commands of a text, each as its words. Redirections and comments are passed over.
 * @throws UnreadableError where a quote is not closed
 */
export function shellCommands(text: string, variableOf: VariableOf = () => undefined): Word[][] {
  return new ShellReader(text, variableOf).commands();
}

/** What ends a word, outside of quotes. */
const ENDS = /[\s;&|()<>]/;

class ShellReader {
  readonly #text: string;
  readonly #variableOf: VariableOf;
  #at = 0;
  readonly #commands: Word[][] = [[]];
  #word: { parts: string[]; open: string[] } | undefined;
  /** Whether the next word is the file of a redirection. */
  #isFile = false;

  constructor(text: string, variableOf: VariableOf) {
    this.#text = text;
    this.#variableOf = variableOf;
  }

  commands(): Word[][] {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at] ?? '');
    this.#endWord();
    return this.#commands.filter((words) => words.length > 0);
  }

  #step(sign: string): void {
    if (sign === '#' && !this.#word) return this.#skip(/[^\n]*/y);
    if (ENDS.test(sign)) return this.#end(sign);
    if (sign === '\\') return this.#escaped();
    if (sign === "'") return this.#add(this.#until("'", 1));
    if (sign === '"') return this.#double();
    if (sign === '`') return this.#command(/`[^`]*`?/y);
    if (sign === '$') return this.#dollar();
    this.#add(this.#take(/[^\s;&|()<>\\'"`$]+/y));
  }

  #end(sign: string): void {
    // The number before it names what is redirected.
    if ((sign === '<' || sign === '>') && /^\d$/.test(this.#word?.parts.join('') ?? '')) this.#word = undefined;
    this.#endWord();
    if (sign === '<' || sign === '>') {
      this.#skip(/[<>]+&?/y);
      this.#isFile = true;
      return;
    }
    this.#at += 1;
    if (!/[^\S\n]/.test(sign)) this.#commands.push([]);
  }

  #endWord(): void {
    const word = this.#word;
    this.#word = undefined;
    if (!word) return;
    if (!this.#isFile) this.#commands.at(-1)?.push({ text: word.parts.join(''), open: word.open });
    this.#isFile = false;
  }

  /** A line that ends in a backslash goes on. */
  #escaped(): void {
    const [, next = ''] = this.#match(/\\(\r?\n|[\s\S]?)/y);
    if (!next.endsWith('\n')) this.#add(next);
  }

  #double(): void {
    this.#at += 1;
    this.#add('');
    for (;;) {
      const sign = this.#text[this.#at];
      if (sign === undefined) throw new UnreadableError('A quote " is not closed: part of the command is missing.');
      if (sign === '"') break;
      if (sign === '\\') this.#escapedInside();
      else if (sign === '`') this.#command(/`[^`]*`?/y);
      else if (sign === '$') this.#dollar(true);
      else this.#add(this.#take(/[^"\\`$]+/y));
    }
    this.#at += 1;
  }

  #escapedInside(): void {
    const [, next = ''] = this.#match(/\\(\r?\n|[\s\S]?)/y);
    if (next.endsWith('\n')) return;
    this.#add(/["\\$`]/.test(next) ? next : `\\${next}`);
  }

  #dollar(isInside = false): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (!isInside && next === "'") {
      const [source = ''] = this.#match(/\$'(?:[^'\\]|\\[\s\S])*'/y);
      if (source === '') throw new UnreadableError("A quote $' is not closed: part of the command is missing.");
      return this.#add(ansiCText(source.slice(2, -1)));
    }
    if (!isInside && next === '"') {
      this.#at += 1;
      return this.#double();
    }
    if (next === '(') return this.#command(/\$\((?:[^()]|\([^()]*\))*\)?/y);
    const [source, inBraces, name = inBraces] = this.#match(/\$(?:\{(\w+)[^}]*\}|(\w+|[@*#?$!-]))/y);
    if (source === undefined || name === undefined) {
      this.#at += 1;
      return this.#add('$');
    }
    const known = this.#variableOf(name);
    if (known === undefined) this.#open(source);
    else this.#add(known);
  }

  #command(pattern: RegExp): void {
    this.#open(this.#take(pattern));
  }

  #open(source: string): void {
    this.#add(source);
    this.#word?.open.push(source);
  }

  #add(text: string): void {
    this.#word ??= { parts: [], open: [] };
    this.#word.parts.push(text);
  }

  #until(end: string, skipped: number): string {
    const from = this.#at + skipped;
    const to = this.#text.indexOf(end, from);
    if (to === -1) throw new UnreadableError(`A quote ${end} is not closed: part of the command is missing.`);
    this.#at = to + end.length;
    return this.#text.slice(from, to);
  }

  #match(pattern: RegExp): string[] {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? [];
    this.#at += found[0]?.length ?? 0;
    return [...found];
  }

  #take(pattern: RegExp): string {
    return this.#match(pattern)[0] ?? '';
  }

  #skip(pattern: RegExp): void {
    this.#match(pattern);
  }
}
