import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../../openapi/document/load.ts';
import { listOperations } from '../../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { checkResponse } from './check-response.ts';

const document = await loadDocument('spec/openapi.yaml');
const operations = new Map(
  listOperations(document).map((operation) => [operation.operationId, bundleOperation(document, operation)]),
);

function bundled(operationId: string): BundledOperation {
  const found = operations.get(operationId);
  if (!found) throw new Error(`no operation ${operationId}`);
  return found;
}

/** An answer as the API would give it, with every header that is documented. */
function answer(
  operation: BundledOperation,
  status: string,
  body: unknown,
  changes: Partial<ApiResponse> = {},
): ApiResponse {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = new TextEncoder().encode(text);
  const headers = (operation.responses[status]?.headers ?? []).map(({ name }): [string, string] => [
    name.toLowerCase(),
    '1',
  ]);
  const mediaType = operation.responses[status]?.content[0]?.mediaType ?? '';
  return {
    kind: 'response',
    status: Number(status),
    headers,
    mediaType,
    text,
    bytes,
    size: bytes.length,
    milliseconds: 1,
    ...changes,
  };
}

const messages = (operation: BundledOperation, given: ApiResponse) =>
  checkResponse(operation, given).violations.map((violation) =>
    'path' in violation ? `${violation.path.join('.')} ${violation.message}` : violation.message,
  );

describe('checkResponse', () => {
  it.each([...operations.values()].map((one) => [one.operationId, one] as const))(
    'accepts every example that the spec gives of %s',
    (_, operation) => {
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(messages(operation, answer(operation, status, response.content[0]?.example))).toEqual([]);
      }
    },
  );

  it('tells an undocumented status', () => {
    const { documented, violations } = checkResponse(bundled('getContact'), answer(bundled('getContact'), '418', {}));
    expect(documented).toBeUndefined();
    expect(violations).toMatchObject([{ at: 'status' }]);
  });

  it('tells a missing header that every answer must carry', () => {
    const operation = bundled('deleteContact');
    expect(checkResponse(operation, answer(operation, '204', undefined, { headers: [] })).violations).toContainEqual(
      expect.objectContaining({ at: 'header', name: 'X-Request-Id' }),
    );
  });

  it.each<[string, string, unknown, Partial<ApiResponse>, string]>([
    ['a body where none is documented', '204', 'x', {}, 'A 204 is documented without a body.'],
    ['no body where one is documented', '200', undefined, {}, 'The body is empty; application/json is documented.'],
    ['another media type', '200', '<p>', { mediaType: 'text/html' }, 'The body is text/html, not application/json.'],
    ['JSON that breaks off', '200', '{"id": ', {}, 'The body is not valid JSON. Line 1'],
    ['a wrong type', '200', { data: 1 }, {}, 'data is a number, not an array'],
  ])('tells %s', (_, status, body, changes, message) => {
    const operation = bundled(status === '204' ? 'deleteContact' : 'listContacts');
    expect(messages(operation, answer(operation, status, body, changes)).join('\n')).toContain(message);
  });

  it('takes a range and a default for a documented status', () => {
    const { responses } = bundled('getContact');
    const ok = responses['200'];
    if (!ok) throw new Error('no 200');
    for (const key of ['2XX', 'default']) {
      const operation = { ...bundled('getContact'), responses: { [key]: ok } };
      expect(
        checkResponse(operation, answer(operation, '299', {}, { mediaType: 'application/json' })).documented?.key,
      ).toBe(key);
    }
  });
});

describe('the check agrees with Ajv', () => {
  const ajv = addFormats(new Ajv2020({ strict: false, discriminator: false }));

  /** The value with each member in turn taken away or replaced. */
  function* changed(value: unknown): Generator {
    for (const other of [null, 7, 'text', [], {}]) yield other;
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      const without: Record<string, unknown> | unknown[] = Array.isArray(value)
        ? [...(value as unknown[])]
        : { ...value };
      if (!Array.isArray(without)) {
        const { [name]: _, ...rest } = without;
        yield rest;
      }
      for (const inner of changed(member)) {
        const copy = structuredClone(without) as Record<string, unknown>;
        copy[name] = inner;
        yield copy;
      }
    }
  }

  it('on examples of successes, changed in every member', () => {
    let count = 0;
    for (const operation of ['listConversations', 'sendMessage', 'createChatbot', 'getVisitor', 'listWebhooks'].map(
      bundled,
    )) {
      const content = operation.responses[operation.success]?.content[0];
      if (content?.schema === undefined) continue;
      const isValid = ajv.compile({ $defs: operation.$defs, allOf: [content.schema] } as object);
      for (const value of changed(content.example)) {
        count += 1;
        const { violations } = checkResponse(operation, answer(operation, operation.success, value));
        expect(violations.length === 0, `${operation.operationId}: ${JSON.stringify(value)}`).toBe(isValid(value));
      }
    }
    expect(count).toBeGreaterThan(500);
  }, 30_000);
});
