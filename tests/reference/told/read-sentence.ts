/** Reads tests of an object's members: `country is US or not given and zip is given`. */
import { isRecord } from '../../../src/openapi/document/refs.ts';
import { isLiteral } from './read-literal.ts';
import { isName, readType } from './read-type.ts';
import type { Verdict } from './verdict.ts';
import { all, any, not, when } from './verdict.ts';

export function readSentence(sentence: string, value: unknown): Verdict {
  if (/^it(?:s condition holds| matches)/.test(sentence) || !isRecord(value)) return 'unknown';
  return all(split(sentence).map((clause) => readClause(clause, value)));
}

/** The clauses of a sentence: ` and ` within parentheses is not between them. */
function split(sentence: string): string[] {
  const parts = sentence.split(' and ');
  return parts.reduce<string[]>((done, part) => {
    const last = done.at(-1);
    const isOpen = last !== undefined && last.split('(').length > last.split(')').length;
    return isOpen ? [...done.slice(0, -1), `${last} and ${part}`] : [...done, part];
  }, []);
}

function readClause(clause: string, value: Record<string, unknown>): Verdict {
  const [, inner] = /^not \((.*)\)$/.exec(clause) ?? [];
  if (inner !== undefined) return not(readSentence(inner, value));
  const [, name = '', words = ''] = /^(.*?) is (.*)$/s.exec(clause) ?? [];
  const isGiven = Object.hasOwn(value, name);
  if (words === 'given' || words === 'not given') return when(isGiven === (words === 'given'));
  const [, rest = words, orAbsent] = /^(.*?)( or not given)?$/.exec(words) ?? [];
  if (!isGiven) return when(orAbsent !== undefined);
  const [, list] = /^one of (.*)$/.exec(rest) ?? [];
  if (list !== undefined) return any(list.split(', ').map((one) => when(isLiteral(one, value[name]))));
  const isType = rest.split(' or ').every((one) => !isName(one));
  return isType ? readType(rest, value[name]) : when(isLiteral(rest, value[name]));
}
