import { breakLines } from '../break-lines.ts';

/** A file by its path below the folder of generated ones. */
export type PhpFile = [path: string, text: string];

/** What a value is, as PHP writes it. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `[${Object.entries(value)
      .map(([name, member]) => `${key(name)} => ${literal(member)}`)
      .join(', ')}]`;
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  return JSON.stringify(value) ?? 'null';
}

/** Numbers in texts become numbers as keys in PHP, whichever way they are written. */
const key = (name: string): string => (/^-?\d+$/.test(name) ? name : literal(name));

/** A number that PHP takes for a float: `30.0`. */
export const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/** An array over several lines; the values are PHP already. */
export function arrayOf(entries: readonly (readonly [name: string, php: string])[], indent = 4): string {
  if (entries.length === 0) return '[]';
  const space = ' '.repeat(indent);
  return `[\n${entries.map(([name, php]) => `${space}    ${key(name)} => ${php},\n`).join('')}${space}]`;
}

const WIDTH = 118;

/** A comment of these paragraphs; '' is an empty line. Lines that begin with @ or - go on with more space. */
export function docBlock(paragraphs: readonly string[], indent = ''): string {
  const kept = paragraphs.filter((paragraph, index) => paragraph !== '' || (index > 0 && paragraphs[index - 1] !== ''));
  while (kept.at(-1) === '') kept.pop();
  if (kept.length === 0) return '';
  const lines = kept.flatMap((paragraph) => breakLines(paragraph, WIDTH - indent.length - 3, hangOf(paragraph)));
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length < WIDTH - indent.length - 8)
    return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`;
}

/** What lines after the first begin with: those of a tag or a list go on with more space. */
function hangOf(text: string): string {
  return /^(?:@| *-)/.test(text) ? `${/^ */.exec(text)?.[0] ?? ''}  ` : '';
}

/** Markdown as one line of a comment: without its end, and without addresses that hold only on the site. */
export function oneLine(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('*/', '* /')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Markdown as paragraphs of a comment. */
export function paragraphs(markdown: string): string[] {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .flatMap((text) => ['', ...text.split(/\n(?=\s*[-*|] ?)/).map(oneLine)]);
}

/** A file of one namespace. */
export function phpFile(namespace: string, uses: Iterable<string>, body: string): string {
  const own = new Set([...uses].filter((name) => name.slice(0, name.lastIndexOf('\\')) !== namespace));
  const lines = [...own].sort().map((name) => `use ${name};\n`);
  return `<?php

// Generated from the API's specification. Changes are lost: \`npm run generate\` writes it anew.

declare(strict_types=1);

namespace ${namespace};

${lines.length > 0 ? `${lines.join('')}\n` : ''}${body.trimEnd()}
`;
}

const RESERVED =
  /^(?:abstract|and|array|as|bool|break|callable|case|catch|class|clone|const|continue|declare|default|die|do|echo|else|elseif|empty|enum|eval|exit|extends|false|final|finally|float|fn|for|foreach|function|global|goto|if|implements|include|instanceof|insteadof|int|interface|isset|iterable|list|match|mixed|namespace|never|new|null|object|or|parent|print|private|protected|public|readonly|require|return|self|static|string|switch|throw|trait|true|try|unset|use|var|void|while|xor|yield)$/i;

/** A name that a class may have. */
export const className = (name: string): string => (RESERVED.test(name) ? `${name}_` : name);

/** `page_viewed` → `PAGE_VIEWED`; a name that a constant may have. */
export function constantName(value: string): string {
  const name = value.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  return /^(?:\d|CLASS$|$)/.test(name) ? `_${name}` : name;
}
