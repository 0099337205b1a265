/** Texts that match a regular expression: those of the usual parts of patterns; the caller tries whether they do. */

/** Signs to choose from, the plainest first. */
const SIGNS = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. /:@+,#*!?=&%$~()[]{}<>|^;\'"\\\n\té',
];
/** How often what may be repeated is repeated beyond what is needed. */
const REPEATS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256];
const CLASS = /^\\(?:[dDwWsS]|[pP]\{[^}]*\})/;
const CODE = /^\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/;
const CONTROL: Record<string, string> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', 0: '\0' };

interface Choice {
  /** Repetitions beyond the least. */
  more: number;
  /** Which of several alternatives and signs. */
  pick: number;
}

type Part = (choice: Choice) => string;

/** Texts for a pattern, short ones first; they may not match where it looks around or back. */
export function* textsOf(pattern: string): Generator<string> {
  const part = new PatternParser(unicodePattern(pattern) ?? pattern).parse();
  if (!part) return;
  for (const more of REPEATS) for (const pick of [0, 1, 2]) yield part({ more, pick });
}

/**
 * A pattern as one that a Unicode-aware engine takes: documents escape signs that need none, which only the older mode allows.
 * `undefined` where it is no pattern in either.
 */
export function unicodePattern(pattern: string): string | undefined {
  const plainer = pattern.replace(/\\([^\w\s^$\\.*+?()[\]{}|/-])/g, '$1');
  return [pattern, plainer, plainer.replaceAll(String.raw`\-`, '-')].find(isPattern);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether a text matches; a pattern that is none excludes nothing. */
export function matches(pattern: string, text: string): boolean {
  const source = unicodePattern(pattern);
  return source === undefined || new RegExp(source, 'u').test(text);
}

class PatternParser {
  #rest: string;

  constructor(pattern: string) {
    this.#rest = pattern;
  }

  /** `undefined` where the pattern has what is no pattern. */
  parse(): Part | undefined {
    const part = this.#alternatives();
    return this.#rest === '' ? part : undefined;
  }

  #take(count: number): string {
    const taken = this.#rest.slice(0, count);
    this.#rest = this.#rest.slice(count);
    return taken;
  }

  #alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#rest.startsWith('|')) {
      this.#take(1);
      parts.push(this.#sequence());
    }
    return (choice) => parts[choice.pick % parts.length]?.(choice) ?? '';
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#rest !== '' && !/^[|)]/.test(this.#rest)) parts.push(this.#quantified(this.#atom()));
    return (choice) => parts.map((part) => part(choice)).join('');
  }

  #quantified(part: Part): Part {
    const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#rest);
    if (!found) return part;
    const [all, sign, low = '0', comma, high] = found;
    this.#take(all.length);
    const min = sign === undefined ? Number(low) : sign === '+' ? 1 : 0;
    const max =
      sign === undefined ? (comma === undefined ? min : high ? Number(high) : Infinity) : sign === '?' ? 1 : Infinity;
    return (choice) => {
      const count = Math.min(max, min + choice.more);
      return Array.from({ length: count }, (_, at) => part({ ...choice, pick: choice.pick + at })).join('');
    };
  }

  #atom(): Part {
    const [sign = ''] = this.#rest;
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class(/^\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]/);
    if (sign === '^' || sign === '$') return this.#nothing(1);
    if (sign === '.') return ofClass(this.#take(1));
    if (sign === '\\') return this.#escape();
    const [literal = ''] = [...this.#rest];
    this.#take(literal.length);
    return () => literal;
  }

  #nothing(length: number): Part {
    this.#take(length);
    return () => '';
  }

  #class(source: RegExp): Part {
    return ofClass(this.#take(source.exec(this.#rest)?.[0].length ?? 1));
  }

  #escape(): Part {
    if (CLASS.test(this.#rest)) return this.#class(CLASS);
    if (/^\\[bB]/.test(this.#rest)) return this.#nothing(2);
    const code = CODE.exec(this.#rest);
    if (code) {
      this.#take(code[0].length);
      const sign = String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16));
      return () => sign;
    }
    const [, sign = ''] = this.#take(2);
    return () => CONTROL[sign] ?? sign;
  }

  #group(): Part {
    const [opening = '('] = /^\((?:\?(?::|<?[=!]|<[^>]*>))?/.exec(this.#rest) ?? [];
    this.#take(opening.length);
    const part = this.#alternatives();
    this.#take(1);
    return /[=!]$/.test(opening) ? () => '' : part;
  }
}

function ofClass(source: string): Part {
  const signs = signsOf(source);
  return ({ pick }) => signs[pick % signs.length] ?? '';
}

function signsOf(source: string): string[] {
  try {
    const one = new RegExp(`^${source}$`, 'u');
    return SIGNS.filter((sign) => one.test(sign));
  } catch {
    return [];
  }
}
