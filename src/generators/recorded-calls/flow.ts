/** Finds what flows from call to call: an id that an answer told and a later call uses. */
import { pathIds } from '../collection/chained-ids.ts';
import { isWritable } from '../samples/literal.ts';
import { javascriptLiteral } from '../samples/javascript.ts';
import type { SampleRequest, SecretText } from '../samples/request.ts';
import { BodyText, joinTexts, partsOf } from '../samples/request.ts';
import { UniqueNames } from '../../openapi/model/naming.ts';
import type { FlowingCall, Output, RecordedCall } from './recorded-call.ts';

/** Members whose value names a record or a place in a list. */
const NAMING = /(?:^|_)(?:id|cursor)$|[a-z](?:Id|Cursor)$/;

/** What needs no encoding wherever it stands. */
const PLAIN = /^[\w.~-]{4,200}$/;

/** Of an answer that is looked through. */
const MAX_VALUES = 20_000;

/** Where a value was told first, and what it is called once a call uses it. */
interface Told {
  call: FlowingCall;
  path: Output['path'];
  name?: string;
}

/**
 * The calls in their order, each with what it takes from earlier answers in variables. A value that a request has named before any answer
 * told it is the reader's own, and stays.
 * @param server Base of all addresses; it becomes the variable `server`.
 */
export function withFlow(calls: RecordedCall[], server: string): FlowingCall[] {
  const told = new Map<string, Told>();
  const own = new Set<string>();
  const names = new UniqueNames();
  const variables = new UniqueNames();
  return calls.map((recorded) => {
    const { answer, ...call } = recorded;
    const variableOf = (value: string, hint: string): SecretText => {
      const source = told.get(value);
      if (!source) {
        own.add(value);
        return value;
      }
      if (source.name === undefined) {
        source.name = variables.take(variableName(hint)).replaceAll('-', '_');
        source.call.outputs.push({ name: source.name, path: source.path });
      }
      return [{ variable: source.name, kept: true }];
    };
    // The address names variables best, so it comes first.
    const request = requestWith(call, server, variableOf);
    const flowing: FlowingCall = {
      ...call,
      name: names.take(identifier(call.operationId)).replaceAll('-', ''),
      outputs: [],
      request,
      parameters: call.parameters.map((parameter) => ({
        ...parameter,
        value: filled(parameter.value, (value) => variableOf(value, parameter.name)),
      })),
    };
    for (const [value, path] of naming(answer))
      if (!told.has(value) && !own.has(value)) told.set(value, { call: flowing, path });
    return flowing;
  });
}

type VariableOf = (value: string, hint: string) => SecretText;

function requestWith(call: Omit<RecordedCall, 'answer'>, server: string, variableOf: VariableOf): SampleRequest {
  const { request } = call;
  const isJson = request.bodyFormat === 'json' && isWritable(request.body, javascriptLiteral);
  const url = joinTexts(
    ...partsOf(request.url).map((part) =>
      typeof part === 'string' ? addressWith(call, part, server, variableOf) : [part],
    ),
  );
  return { ...request, url, ...(isJson && { body: bodyWith(request.body, '', variableOf) }) };
}

/** Steps of the path and values of the query; a name stands before a value, and a noun before an id. */
function addressWith(
  { path }: Pick<RecordedCall, 'path'>,
  text: string,
  server: string,
  variableOf: VariableOf,
): SecretText {
  const base: SecretText = text.startsWith(server) ? [{ variable: 'server', kept: true }] : '';
  const rest = base === '' ? text : text.slice(server.length);
  const [steps = '', ...query] = rest.split(/(?=\?)/);
  const ids = pathIds(path);
  let seen = 0;
  const parts = steps.split(/(\/)/).map((step) => {
    const isId = PLAIN.test(step) && !path.split('/').includes(step);
    return isId ? variableOf(step, ids[seen++]?.variable ?? 'id') : step;
  });
  const pairs = query
    .join('')
    .split(/([?&])/)
    .map((pair) => {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      return PLAIN.test(value) ? joinTexts(`${name}=`, variableOf(value, name)) : pair;
    });
  return joinTexts(base, ...parts, ...pairs);
}

function bodyWith(value: unknown, hint: string, variableOf: VariableOf): unknown {
  if (typeof value === 'string') return filled(value, (text) => variableOf(text, hint));
  if (Array.isArray(value)) return value.map((item) => bodyWith(item, hint, variableOf));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, bodyWith(member, name, variableOf)]));
}

function filled(value: unknown, variableOf: (value: string) => SecretText): unknown {
  if (typeof value !== 'string' || !PLAIN.test(value)) return value;
  const text = variableOf(value);
  return typeof text === 'string' ? text : new BodyText(text);
}

/** Each value of an answer that names something, with its place; the first place counts. */
function naming(answer: string | undefined): Map<string, Output['path']> {
  const found = new Map<string, Output['path']>();
  let left = MAX_VALUES;
  const visit = (value: unknown, path: Output['path']): void => {
    left -= 1;
    if (left < 0) return;
    const name = path.at(-1);
    if (typeof value === 'string' && typeof name === 'string' && NAMING.test(name) && PLAIN.test(value)) {
      if (!found.has(value)) found.set(value, path);
    } else if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
  };
  visit(parsed(answer), []);
  return found;
}

function parsed(text = ''): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `id` → `id_value`: never a word of a language. */
function variableName(hint: string): string {
  const name = identifier(hint)
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  return /_id$|cursor$/.test(name) ? name : `${name}_value`;
}

/** Letters, digits and `_`, a letter first. */
function identifier(name: string): string {
  const plain = name.replace(/[^A-Za-z\d_]+/g, '_').replace(/^_+|_+$/g, '');
  return plain.replace(/^(?=\d|$)/, 'call_');
}
