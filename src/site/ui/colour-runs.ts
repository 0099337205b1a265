import { addressPieces } from '../../text/break-addresses.ts';

/**
 * A small tokenizer for what the console shows while the reader types: JSON, and the samples in shell and JavaScript.
 * The build highlights with shiki; this gives the same colours to the same code at a fraction of its weight.
 */

export type TokenKind = 'keyword' | 'string' | 'constant' | 'function' | 'comment' | 'punctuation' | 'plain';

export interface Token {
  kind: TokenKind;
  text: string;
}

/** `other` is what samples in further languages have in common. */
export type Language = 'json' | 'shell' | 'javascript' | 'other';

/** The class of a token's element, as on the code that the build highlighted; '' where it needs no element. */
export const tokenClasses: Record<TokenKind, string> = {
  keyword: 'k',
  string: 's',
  constant: 'n',
  function: 'f',
  comment: 'm',
  punctuation: '',
  plain: '',
};

/** One alternative of a language's grammar: the first that matches at a place wins. */
type Rule = [kind: TokenKind, pattern: RegExp];

const json: Rule[] = [
  ['keyword', /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y],
  ['string', /"(?:[^"\\\n]|\\.)*"?/y],
  ['constant', /-?\d[\w.+-]*|\b(?:true|false|null)\b/y],
  ['punctuation', /[{}[\],:]/y],
  ['plain', /\s+|[^\s"{}[\],:]+/y],
];

const javascript: Rule[] = [
  ['comment', /\/\/.*|\/\*[\s\S]*?\*\//y],
  ['keyword', /\$\{|\}(?<=\$\{[^{}`]+\})/y],
  ['string', /(?<=\$\{[^{}`]+\})(?:[^`\\$]|\\.|\$(?!\{))*`?/y],
  ['string', /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\$]|\\.|\$(?!\{))*`?/y],
  [
    'keyword',
    /\b(?:const|let|await|async|import|export|from|if|else|throw|new|return|for|of|try|catch|function)\b|=>|\?\?|[:=!]/y,
  ],
  ['constant', /\b\d[\w.]*|\b(?:true|false|null|undefined)\b/y],
  ['function', /\.?[A-Za-z_$][\w$]*(?=\()/y],
  ['plain', /(?<=\bresponse\.)\w+/y],
  ['constant', /[A-Za-z_$][\w$]*(?=\??\.)|[A-Z][A-Z\d_]*\b(?!:)|(?<=\bconst )\w+/y],
  ['plain', /[A-Za-z_$][\w$]*/y],
  ['punctuation', /[{}[\]().,;]/y],
  ['plain', /\s+/y],
];

const shell: Rule[] = [
  ['comment', /(?<=\s|^)#.*/y],
  ['keyword', /:\?(?<=\$\{\w+:\?)/y],
  ['string', /(?<=\$\{\w+:\?)(?:[^"\\:]|\\[\s\S]|:(?!\?))*"?/y],
  ['string', /\$'(?:[^'\\]|\\[\s\S])*'?|'[^']*'?|"(?:[^"\\:]|\\[\s\S]|:(?!\?)|:(?<!\$\{\w+:))*"?/y],
  ['function', /^curl\b/y],
  ['punctuation', /\\\n|[|&;<>]+/y],
  ['plain', /\s+/y],
  ['string', /[^\s'"\\|&;<>$]+/y],
];

const other: Rule[] = [
  ['comment', /(?<=^|\s)(?:#|\/\/)\s.*/y],
  ['string', /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|`[^`]*`?/y],
  [
    'keyword',
    /\b(?:import|package|func|defer|if|unless|not|try|except|begin|rescue|function|with|as|from|require|do|end|object|new)\b|[:=!]=|[-=]>|=/y,
  ],
  ['constant', /\b\d[\w.]*|\b(?:true|false|null|nil|True|False|None)\b/y],
  ['function', /[A-Za-z_]\w*(?=\()/y],
  ['plain', /\s+|\$?[A-Za-z_]\w*/y],
];

const rules: Record<Language, Rule[]> = { json, shell, javascript, other };

/** Splits text into tokens. Loses no character: the tokens' texts, joined, are the input. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const token = match(text, position, rules[language]) ?? { kind: 'plain', text: text.charAt(position) };
    tokens.push(token);
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

/** The same text in fewer pieces: neighbours of one colour as one, each with the class of its element. */
export function colourRuns(text: string, language: Language): { className: string; text: string }[] {
  const runs: { className: string; text: string }[] = [];
  for (const { kind, text: piece } of tokenize(text, language)) {
    const className = tokenClasses[kind];
    const last = runs.at(-1);
    if (last && (last.className === className || piece.trim() === '')) last.text += piece;
    else runs.push({ className, text: piece });
  }
  return runs;
}

/** The same as nodes of a page, with the places where addresses may be broken. Whatever the text holds stays text. */
export function colouredNodes(text: string, language: Language): (Node | string)[] {
  return colourRuns(text, language).map(({ className, text: piece }) => {
    if (className === '') return piece;
    const span = document.createElement('span');
    span.className = className;
    const [first = '', ...others] = addressPieces(piece);
    span.append(first, ...others.flatMap((other) => [document.createElement('wbr'), other]));
    return span;
  });
}
