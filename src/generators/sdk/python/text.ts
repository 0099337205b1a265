/** Python text: literals, names, docstrings. */
import { breakLines } from '../break-lines.ts';

export const HEADER = '# Generated from spec/ by `npm run generate`. Do not edit.\n\n';

const WIDTH = 116;

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Methods of a dictionary: a field of such a name is read as `record["items"]`. */
export const DICT_METHODS = new Set(
  'clear copy fromkeys get items keys pop popitem setdefault update values'.split(' '),
);

export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name);
}

/** The name of an argument or attribute for a field: `else` → `else_`. */
export function argumentName(name: string, taken: ReadonlySet<string> = new Set()): string {
  let argument = name.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
  while (KEYWORDS.has(argument) || taken.has(argument)) argument += '_';
  return argument;
}

/** A text, number, boolean or null as Python writes it. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

export function indent(text: string, by = '    '): string {
  return text.replace(/^(?=.)/gm, by);
}

/** A docstring with its line ends, to be indented; '' for no text. */
export function docstring(text: string): string {
  const clean = text.trim().replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').replace(/"$/, '" ');
  if (clean === '') return '';
  const lines = joined(clean.split('\n')).flatMap((line) => wrapped(line));
  return lines.length === 1 ? `"""${lines[0]}"""\n` : `"""${lines.join('\n')}\n"""\n`;
}

/** One line a paragraph: the document breaks them elsewhere. */
function joined(lines: readonly string[]): string[] {
  const isPlain = (line: string): boolean => /^[^\s:|\-*#>`\d]/.test(line) || /^`[^`]/.test(line);
  return lines.reduce<string[]>((all, line) => {
    const before = all.at(-1);
    if (before === undefined || !isPlain(line) || !isPlain(before)) return [...all, line];
    return [...all.slice(0, -1), `${before} ${line}`];
  }, []);
}

/** Lines of code, of tables and of fields stay; others are broken between words. */
function wrapped(line: string): string[] {
  if (line.length <= WIDTH - 12 || line.startsWith('    ') || line.startsWith('|')) return [line.trimEnd()];
  return breakLines(line, WIDTH - 12, line.startsWith(':') ? '    ' : '');
}

/** `name(a, b)` on one line, or an argument a line. @param within how far it will be indented */
export function listed(before: string, parts: readonly string[], after: string, within = 0): string {
  const flat = `${before}${parts.join(', ')}${after}`;
  if (within + flat.length <= WIDTH && !flat.includes('\n')) return flat;
  return `${before}\n${parts.map((part) => `${indent(part)},\n`).join('')}${after}`;
}

/** `Union[a, b]`, flat and without repetitions; None last. */
export function unionOf(members: readonly string[]): string {
  const flat = members.flatMap((member) => (member.startsWith('Union[') ? splitUnion(member) : [member]));
  const unique = [...new Set(flat)];
  if (unique.includes('Any')) return 'Any';
  const sorted = [...unique.filter((member) => member !== 'None'), ...unique.filter((member) => member === 'None')];
  return sorted.length === 1 ? (sorted[0] ?? 'Any') : `Union[${sorted.join(', ')}]`;
}

function splitUnion(union: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let current = '';
  for (const sign of union.slice('Union['.length, -1)) {
    if (sign === ',' && depth === 0) {
      members.push(current.trim());
      current = '';
      continue;
    }
    depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    current += sign;
  }
  return [...members, current.trim()];
}
