import { fillSecrets, type SampleRequest } from '../../generators/samples/request.ts';
import { parameterExample } from '../../openapi/schema/example.ts';
import type { CataloguedError, ErrorTrigger } from '../../openapi/document/policies.ts';
import type { RunnableRequest } from '../runnable/runnable-request.ts';
import { requestOf } from './guide-request.ts';
import type { GuideRequest } from './guide-request.ts';
import { apiDocument, mockServer, operation, operationAddress } from './spec.ts';

/** What brings an error about, in each of its forms. */
export interface TriggerForms {
  /** For a terminal: the requests to the sandbox on the reader's machine, in their order. */
  readonly requests: readonly { readonly request: SampleRequest; readonly times: number }[];
  /** For the page. */
  readonly runnable: RunnableRequest;
}

/** All forms are made of the one trigger that the catalogue has. */
export function triggerForms({ trigger, status }: CataloguedError): TriggerForms | undefined {
  if (!trigger) return undefined;
  const key = trigger.key === undefined ? 'sk_test_admin' : trigger.key;
  const { before } = trigger;
  const request = triggerRequest(trigger);
  const { method, headers, body } = request;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const runnable = {
    method,
    target: request.url.slice(mockServer().length),
    headers: headers.map(([name, value]): [string, string] => [name, fillSecrets(value, () => '')]),
    ...(body !== undefined && { body: text }),
    status,
    operation: operationAddress(operation(trigger.operation)),
    isApart: true,
  };
  const last = { request, times: 1 };
  if (!before) return { requests: [last], runnable };
  const prepared = {
    method: before.method,
    path: before.path,
    headers: preparingHeaders(key),
    body: JSON.stringify(before.body),
    times: before.times ?? 1,
  };
  const first = { method: before.method, url: rootOf(before.path), headers: prepared.headers, body: before.body };
  return { requests: [{ request: first, times: prepared.times }, last], runnable: { ...runnable, before: prepared } };
}

function rootOf(path: string): string {
  return new URL(path, mockServer()).href;
}

function preparingHeaders(key: string | null): [string, string][] {
  return [
    ['Authorization', `Bearer ${key ?? ''}`],
    ['Content-Type', 'application/json'],
  ];
}

/** The request that brings an error about in the sandbox on the reader's machine. */
function triggerRequest(trigger: ErrorTrigger): GuideRequest {
  const { parameters } = operation(trigger.operation);
  const given = trigger.parameters ?? {};
  const valueOf = (name: string) => given[name] ?? String(parameterExample(apiDocument, parameterOf(name)) ?? '');
  const parameterOf = (name: string) => {
    const found = parameters.find((parameter) => parameter.name === name);
    if (!found) throw new Error(`${trigger.operation} has no parameter "${name}".`);
    return found;
  };
  const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const request = requestOf({
    id: trigger.operation,
    server: 'mock',
    apiKey: trigger.key ?? 'sk_test_admin',
    path: Object.fromEntries(inPath.map((name) => [name, valueOf(name)])),
    body: trigger.body ?? (operation(trigger.operation).requestBody ? true : undefined),
  });
  return {
    ...request,
    method: trigger.method ?? request.method,
    url: withParameters(request.url, given, inPath),
    headers: headersOf(request, trigger),
    ...textBody(trigger.body),
  };
}

/** A trigger may send what the operation does not document, or what is not encoded; that is its point. */
function withParameters(address: string, given: Record<string, string>, inPath: string[]): string {
  const url = inPath.reduce(
    (text, name) => (given[name] ? text.replace(encodeURIComponent(given[name]), given[name]) : text),
    address,
  );
  const query = Object.entries(given).filter(([name]) => !inPath.includes(name));
  return query.length === 0 ? url : `${url}?${new URLSearchParams(query).toString()}`;
}

function headersOf(request: SampleRequest, trigger: ErrorTrigger): SampleRequest['headers'] {
  const changed = trigger.headers ?? {};
  const kept = request.headers.filter(
    ([name]) => changed[name] === undefined && !(name === 'Authorization' && trigger.key === null),
  );
  return [...kept, ...Object.entries(changed)];
}

function textBody(body: unknown): Pick<SampleRequest, 'body' | 'bodyFormat'> {
  return typeof body === 'string' ? { body, bodyFormat: 'text' } : {};
}
