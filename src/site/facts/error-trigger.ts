import type { SampleRequest } from '../../generators/samples/request.ts';
import { parameterExample } from '../../openapi/schema/example.ts';
import type { CataloguedError } from '../../openapi/document/policies.ts';
import { requestOf } from './guide-request.ts';
import { apiDocument, operation } from './spec.ts';

/** The request that brings an error about in the sandbox on the reader's machine, or undefined where one cannot. */
export function triggerRequest({ trigger }: CataloguedError): SampleRequest | undefined {
  if (!trigger) return undefined;
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
    url: withParameters(request.url, given, inPath),
    headers: headersOf(request, trigger),
    ...textBody(trigger.body),
  };
}

type Trigger = NonNullable<CataloguedError['trigger']>;

/** A trigger may send what the operation does not document, or what is not encoded; that is its point. */
function withParameters(address: string, given: Record<string, string>, inPath: string[]): string {
  const url = inPath.reduce(
    (text, name) => (given[name] ? text.replace(encodeURIComponent(given[name]), given[name]) : text),
    address,
  );
  const query = Object.entries(given).filter(([name]) => !inPath.includes(name));
  return query.length === 0 ? url : `${url}?${new URLSearchParams(query).toString()}`;
}

function headersOf(request: SampleRequest, trigger: Trigger): SampleRequest['headers'] {
  const changed = trigger.headers ?? {};
  const kept = request.headers.filter(
    ([name]) => changed[name] === undefined && !(name === 'Authorization' && trigger.key === null),
  );
  return [...kept, ...Object.entries(changed)];
}

function textBody(body: unknown): Partial<SampleRequest> {
  return typeof body === 'string' ? { body, bodyFormat: 'text' } : {};
}
