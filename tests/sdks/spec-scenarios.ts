import type { SdkModel } from '../../src/generators/sdk/model.ts';
import type { SdkMethod } from '../../src/generators/sdk/methods.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { isObject } from './differences.ts';
import { mutated, MUTATIONS } from './mutations.ts';
import type { Scenario, Step } from './scenario.ts';

/** Scenarios that the spec gives by itself: every operation, every error code, every shape that an answer may come to have. */
export function specScenarios(model: SdkModel, document: OpenApiDocument): Scenario[] {
  const examples = new Map(
    listOperations(document).map(({ operationId, responses }) => {
      const success = responses.find(({ status }) => status.startsWith('2'));
      return [operationId, success?.content[0]?.examples[0]?.value];
    }),
  );
  return [
    ...model.methods.map((method) => operationScenario(method, examples.get(method.operationId))),
    ...model.errors.map(errorScenario),
    ...MUTATIONS.map((mutation): Scenario => {
      const methods = model.methods.filter(({ operationId }) => isObject(examples.get(operationId)));
      const answers = methods.map(({ operationId, status, result }) => {
        const json = mutated(mutation, examples.get(operationId), result ?? { kind: 'any' }, model);
        return { status, json };
      });
      return {
        name: `answers with ${mutation} are read`,
        covers: 'types',
        on: 'stub',
        client: { max_retries: 0 },
        answers,
        steps: methods.map((method, index) => ({
          ...stepOf(method),
          see: { result: withoutNulls(answers[index]?.json) },
        })),
      };
    }),
  ];
}

function stepOf({ fullName, example: { path, body } }: SdkMethod): Step {
  return { call: fullName, ...(Object.keys(path).length > 0 && { path }), ...(body !== undefined && { body }) };
}

/** What is new with every write. */
const VOLATILE = new Set(['id', 'created_at', 'updated_at', 'closed_at', 'secret']);

function operationScenario(method: SdkMethod, example: unknown): Scenario {
  return {
    name: `operation ${method.fullName}`,
    covers: 'operations',
    on: 'mock',
    steps: [{ ...stepOf(method), see: { result: method.result ? shownOf(method, example) : { $absent: true } } }],
    requests: [{ method: method.httpMethod }],
  };
}

/** Of a list the pagination, of a record all that the documentation shows and a write does not make anew. */
function shownOf({ paging, httpMethod }: SdkMethod, example: unknown): unknown {
  if (!isObject(example)) return { $any: true };
  if (paging) return { data: { $any: true }, pagination: example.pagination };
  if (httpMethod === 'GET') return withoutNulls(example);
  return withoutNulls(Object.fromEntries(Object.entries(example).filter(([name]) => !VOLATILE.has(name))));
}

function errorScenario({ code, type, status, className, docUrl }: SdkModel['errors'][number]): Scenario {
  const error = { type, code, message: 'What went wrong.', param: 'email', status, request_id: 'req_abc123def456' };
  const headers = { 'X-Request-Id': 'req_abc123def456', ...(status === 429 && { 'Retry-After': '7' }) };
  const answer = { status, headers, json: { error } };
  // By the Fetch standard a client asks a second time, on a connection of its own, before it tells of a 421.
  const mayRepeat = status === 421;
  return {
    name: `error ${code}`,
    covers: 'errors',
    on: 'stub',
    client: { max_retries: 0 },
    answers: mayRepeat ? [answer, answer] : [answer],
    steps: [
      {
        call: 'contacts.get',
        path: { id: 'con_abc123' },
        see: {
          error: {
            class: className,
            status,
            code,
            param: 'email',
            message: { $match: 'What went wrong\\.' },
            request_id: 'req_abc123def456',
            doc_url: docUrl,
            ...(status === 429 && { retry_after: 7 }),
          },
        },
      },
    ],
    ...(!mayRepeat && { requests: [{ method: 'GET', path: '/v1/contacts/con_abc123' }] }),
  };
}

/** A null may be told as a null or not at all: JSON printers of languages differ. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}
