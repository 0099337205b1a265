/** Fills the console's form with a request that was pasted, and tells what of it has no place there. */
import type { BundledOperation, BundledParameter } from '../../../openapi/bundle/bundled-operation.ts';
import { pathTemplate } from '../../../openapi/model/path-template.ts';
import type { EncodedPair, ValueKind } from '../../../openapi/request/deserialize.ts';
import { decoded, encodedPairs, headerValue, pathValue, takeQueryValue } from '../../../openapi/request/deserialize.ts';
import { querystringValue } from '../../../openapi/request/querystring.ts';
import { matchPath } from '../../../openapi/request/match-path.ts';
import { stringifyExact } from '../../../json-text/exact-number.ts';
import { editableParameters, fieldOf, schemaObject, typeOf } from '../request/input/request-input.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import { fillBody } from './fill-body.ts';
import { takeKey } from './take-key.ts';
import type { PastedRequest } from './read/pasted-request.ts';

export interface FilledRequest {
  call: RequestInput;
  /** What says who calls, where it stood in the open. It goes nowhere but into the credentials. */
  key?: string;
  /** What was not taken, and why: a sentence each. */
  left: string[];
}

/** @param path of the request without that of its server. */
export function fillRequest(operation: BundledOperation, request: PastedRequest, path: string): FilledRequest {
  const left = [...request.left];
  const pairs = encodedPairs(request.target.split('?').slice(1).join('?'));
  dropFixedPairs(operation, pairs);
  const { key, headers } = takeKey(operation, request.headers, pairs, left);
  const taken = new Map<string, string>();
  const take = (parameter: BundledParameter, value: unknown): void => {
    const text = fieldText(value);
    if (value !== undefined && text === '')
      left.push(`${parameter.name} is empty there. An empty field leaves it out here.`);
    taken.set(fieldOf(parameter), text);
  };
  const inPath = matchPath(operation.path, path) ?? new Map<string, string>();
  for (const parameter of inOrder(operation)) {
    const kind = kindOf(operation, parameter);
    if (parameter.in === 'path') take(parameter, pathValue(parameter, inPath.get(parameter.name) ?? '', kind));
    else if (parameter.in === 'querystring') {
      take(parameter, querystringValue(parameter, pairs.map(textOfPair).join('&'), kind));
      pairs.length = 0;
    } else if (parameter.in === 'query') take(parameter, takeQueryValue(parameter, pairs, kind));
    else take(parameter, takeHeader(parameter, headers, kind));
  }
  for (const [name] of pairs) left.push(`${decoded(name)} is no query parameter of this operation.`);
  const body = fillBody(operation, request, headers, left);
  tellHeaders(headers, left);
  return { call: { values: Object.fromEntries(taken), ...body }, ...(key !== undefined && { key }), left };
}

/** An object whose members are pairs of their own takes what all others leave. */
function inOrder(operation: BundledOperation): BundledParameter[] {
  const isGreedy = (parameter: BundledParameter): boolean =>
    parameter.in === 'query' && parameter.explode && kindOf(operation, parameter) === 'object';
  const parameters = editableParameters(operation);
  return [...parameters.filter((each) => !isGreedy(each)), ...parameters.filter(isGreedy)];
}

/** Pairs that the document's path has already. */
function dropFixedPairs({ path, parameters }: BundledOperation, pairs: EncodedPair[]): void {
  for (const [name, value] of encodedPairs(pathTemplate(path).query.join('&'))) {
    if (parameters.some((parameter) => parameter.in === 'query' && parameter.name === name)) continue;
    const at = pairs.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (at !== -1) pairs.splice(at, 1);
  }
}

function textOfPair([name, value]: EncodedPair): string {
  return value === '' ? name : `${name}=${value}`;
}

function kindOf(operation: BundledOperation, parameter: BundledParameter): ValueKind {
  const type = typeOf(schemaObject(operation, parameter.schema));
  return type === 'array' || type === 'object' ? type : 'single';
}

function takeHeader(parameter: BundledParameter, headers: PastedRequest['headers'], kind: ValueKind): unknown {
  const at = headers.findIndex(([name]) => name.toLowerCase() === parameter.name.toLowerCase());
  if (at === -1) return undefined;
  const [[, value] = ['', '']] = headers.splice(at, 1);
  return headerValue(parameter, value, kind);
}

/** As a reader would type it: items with commas between them, unless that would read as other items; an object as JSON. */
function fieldText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  const items = Array.isArray(value) ? value.map(String) : undefined;
  const isPlain = items?.every((item) => item !== '' && item === item.trim() && !item.includes(','));
  const joined = items?.join(',') ?? '';
  return isPlain && !/^[[{"]/.test(joined) ? joined : (stringifyExact(value) ?? '');
}

/** Those that a browser sets by itself, or keeps a page from setting. @see https://fetch.spec.whatwg.org/#forbidden-request-header */
const OWN =
  /^(?:accept(?:-charset|-encoding|-language)?|access-control-.*|cache-control|connection|content-length|date|dnt|expect|host|keep-alive|origin|pragma|priority|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade(?:-insecure-requests)?|user-agent|via)$/i;

function tellHeaders(headers: PastedRequest['headers'], left: string[]): void {
  const names = headers.map(([name]) => name);
  const own = names.filter((name) => OWN.test(name));
  const [first] = own;
  if (first !== undefined)
    left.push(
      `${own.length > 3 ? `${first} and ${own.length - 1} other headers` : own.join(', ')}: a browser sets them by itself.`,
    );
  for (const name of names.filter((each) => !OWN.test(each)))
    left.push(
      /^cookie$/i.test(name)
        ? 'Cookies are passed over: a browser sends its own, and they may be secret.'
        : `${name} is no header of this operation.`,
    );
}
