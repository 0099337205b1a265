/** TypeScript types as data, and their print. */
import { withEscapes } from '../../../ui/response/visible-text.ts';

export type TypeNode =
  /** `string`, `"open"`, `Contact`: printed as it is. */
  | { kind: 'text'; text: string }
  | { kind: 'array'; items: TypeNode }
  | { kind: 'tuple'; items: TypeNode[]; rest: TypeNode | undefined }
  | { kind: 'union' | 'intersection'; parts: TypeNode[] }
  | { kind: 'object'; members: TypeMember[]; others: TypeNode | undefined };

export interface TypeMember {
  name: string;
  optional: boolean;
  type: TypeNode;
}

export const text = (value: string): TypeNode => ({ kind: 'text', text: value });

export const literal = (value: unknown): TypeNode => text(withEscapes(JSON.stringify(value) ?? 'undefined'));

/** One of several, each once; `unknown` takes in all others. */
export function union(parts: TypeNode[]): TypeNode {
  return joined('union', parts, 'never');
}

/** All of several, each once. */
export function intersection(parts: TypeNode[]): TypeNode {
  const known = parts.filter((part) => printType(part) !== 'unknown');
  return joined('intersection', known, 'unknown');
}

function joined(kind: 'union' | 'intersection', parts: TypeNode[], empty: string): TypeNode {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const unique = [...new Map(flat.map((part) => [printType(part), part])).values()];
  const [only, second] = unique;
  if (only === undefined) return text(empty);
  if (kind === 'union' && unique.some((part) => printType(part) === 'unknown')) return text('unknown');
  return second === undefined ? only : { kind, parts: unique };
}

/** @param indent Of the line the type starts in. */
export function printType(type: TypeNode, indent = ''): string {
  if (type.kind === 'text') return type.text;
  if (type.kind === 'array') return `${inBrackets(type.items, indent)}[]`;
  if (type.kind === 'object') return printMembers(type, indent);
  if (type.kind !== 'tuple') {
    return type.kind === 'union'
      ? type.parts.map((part) => printType(part, indent)).join(' | ')
      : type.parts.map((part) => inBrackets(part, indent)).join(' & ');
  }
  const items = type.items.map((item) => printType(item, indent));
  return `[${[...items, ...(type.rest ? [`...${inBrackets(type.rest, indent)}[]`] : [])].join(', ')}]`;
}

function inBrackets(type: TypeNode, indent: string): string {
  const print = printType(type, indent);
  return type.kind === 'union' || type.kind === 'intersection' ? `(${print})` : print;
}

function printMembers({ members, others }: Extract<TypeNode, { kind: 'object' }>, indent: string): string {
  const inner = `${indent}  `;
  const lines = members.map(
    ({ name, optional, type }) => `${inner}${nameOf(name)}${optional ? '?' : ''}: ${printType(type, inner)};`,
  );
  // Named members must fit an index signature, so beside them it can promise nothing.
  if (others) lines.push(`${inner}[key: string]: ${members.length > 0 ? 'unknown' : printType(others, inner)};`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

/** A member's name, quoted where it is no identifier. */
function nameOf(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : withEscapes(JSON.stringify(name));
}
