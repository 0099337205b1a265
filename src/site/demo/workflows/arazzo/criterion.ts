import { ArazzoError } from './document.ts';
import type { Criterion } from './document.ts';
import { evaluate } from './expression.ts';
import type { Context } from './expression.ts';

/** What came of a criterion. */
export interface Check {
  /** As it stands in the document. */
  readonly text: string;
  readonly isMet: boolean;
  /** What was found in the answer. */
  readonly found: unknown;
}

/**
 * Holds an answer against a criterion.
 * @throws ArazzoError for a condition that this runner does not know
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#criterion-object
 */
export function check(criterion: Criterion, context: Context): Check {
  const { condition, type = 'simple' } = criterion;
  if (type === 'simple') return { text: condition, ...compare(condition, context) };
  const found = evaluate(criterion.context ?? '', context);
  const isMet = typeof found === 'string' && new RegExp(condition).test(found);
  return { text: `${criterion.context ?? ''} matches ${condition}`, isMet, found };
}

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

const CONDITION = /^(\$\S+)\s*(==|!=|<=|>=|<|>)\s*(\S.*)$/;

function compare(condition: string, context: Context): Omit<Check, 'text'> {
  const [, expression, operator, operand] = CONDITION.exec(condition) ?? [];
  if (expression === undefined || operand === undefined || /&&|\|\|/.test(condition))
    throw new ArazzoError(`This runner does not know the condition "${condition}".`);
  const found = evaluate(expression, context);
  return { isMet: holds(found, operator as Operator, readOperand(operand, context)), found };
}

function holds(left: unknown, operator: Operator, right: unknown): boolean {
  if (operator === '==') return isSame(left, right);
  if (operator === '!=') return !isSame(left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  return { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }[operator];
}

/** Texts are the same without regard to case, as the standard wants. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  return left === right;
}

/** A literal, `'open'`, `200`, `true`, `null`, or an expression. */
function readOperand(text: string, context: Context): unknown {
  if (text.startsWith('$')) return evaluate(text, context);
  const [, quoted] = /^'((?:[^']|'')*)'$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  if (/^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(text)) return JSON.parse(text);
  throw new ArazzoError(`This runner does not know the value ${text} of a condition.`);
}
