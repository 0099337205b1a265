/**
 * A small tokenizer for what the console shows while the reader types: JSON, shell and JavaScript.
 * The build highlights with shiki; this gives the same kinds of token at a fraction of its weight.
 */

export type TokenKind = 'key' | 'string' | 'number' | 'keyword' | 'function' | 'punctuation' | 'comment' | 'plain';

export interface Token {
  kind: TokenKind;
  text: string;
}

export type Language = 'json' | 'shell' | 'javascript';

/** One alternative of a language's grammar: the first that matches at a place wins. */
type Rule = [kind: TokenKind, pattern: RegExp];

const json: Rule[] = [
  ['key', /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y],
  ['string', /"(?:[^"\\\n]|\\.)*"?/y],
  ['number', /-?\d[\w.+-]*/y],
  ['keyword', /\b(?:true|false|null)\b/y],
  ['punctuation', /[{}[\],:]/y],
  ['plain', /\s+|[^\s"{}[\],:]+/y],
];

const javascript: Rule[] = [
  ['comment', /\/\/.*|\/\*[\s\S]*?\*\//y],
  ['string', /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\.)*`?/y],
  [
    'keyword',
    /\b(?:const|let|await|async|import|export|from|if|else|throw|new|return|function|for|of|try|catch|true|false|null|undefined)\b/y,
  ],
  ['number', /\b\d[\w.]*/y],
  ['function', /[A-Za-z_$][\w$]*(?=\()/y],
  ['key', /[A-Za-z_$][\w$]*(?=\s*:)/y],
  ['plain', /\s+|[A-Za-z_$][\w$]*/y],
  ['punctuation', /[{}[\]().,:;=<>!&|?+*/%-]+/y],
];

const shell: Rule[] = [
  ['comment', /(?<=\s|^)#.*/y],
  ['string', /\$'(?:[^'\\]|\\[\s\S])*'?|'[^']*'?|"(?:[^"\\]|\\[\s\S])*"?/y],
  ['keyword', /(?<=\s|^)-{1,2}[A-Za-z][\w-]*/y],
  ['key', /\$\w+|\$\{\w+\}/y],
  ['function', /\bcurl\b/y],
  ['punctuation', /\\\n|[|&;<>]+/y],
  ['plain', /\s+|[^\s'"\\|&;<>$]+/y],
];

const rules: Record<Language, Rule[]> = { json, javascript, shell };

/** Splits text into tokens. Loses no character: the tokens' texts, joined, are the input. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const token = match(text, position, rules[language]) ?? { kind: 'plain', text: text.charAt(position) };
    const last = tokens.at(-1);
    if (last?.kind === token.kind && token.kind === 'plain') last.text += token.text;
    else tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function match(text: string, position: number, candidates: Rule[]): Token | undefined {
  for (const [kind, pattern] of candidates) {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found) return { kind, text: found };
  }
  return undefined;
}
