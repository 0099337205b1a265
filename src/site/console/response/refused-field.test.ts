import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../openapi/document/load.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import type { Outcome } from '../../session/request/send-request.ts';
import { refusedField } from './refused-field.ts';

const document = await loadDocument('spec/openapi.yaml');
const operationNamed = (id: string) => {
  const operation = listOperations(document).find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(id);
  return bundleOperation(document, operation);
};
const [create, list] = [operationNamed('createContact'), operationNamed('listContacts')];

function refusal(status: number, param: unknown): Outcome {
  const text = JSON.stringify({ error: { code: 'invalid_parameter', message: 'No good.', param } });
  const rest = { headers: [], mediaType: 'application/json', bytes: new Uint8Array(), size: text.length };
  return { kind: 'response', status, text, milliseconds: 1, ...rest };
}
const withBody = (body: unknown): RequestInput => ({ values: {}, body: JSON.stringify(body) });

describe('the field that an answer refuses', () => {
  it.each([
    [{ email: 'x' }, 'email', 'body/email', '"x"'],
    [{ tags: ['a', 7] }, 'tags[1]', 'body/tags/1', '7'],
    [{ custom_attributes: { plan: {} } }, 'custom_attributes.plan', 'body/custom_attributes/plan', '{}'],
    [{ custom_attributes: { 'a.b': 1, a: 2 } }, 'custom_attributes.a.b', 'body/custom_attributes/a.b', '1'],
    [{ custom_attributes: { 'a/b~[0]': 1 } }, 'custom_attributes.a/b~[0]', 'body/custom_attributes/a~1b~0[0]', '1'],
    [{ steps: [{ next: 5 }] }, 'steps[0].next', 'body/steps/0/next', '5'],
  ])('is found in %j by %s', (body, param, field, value) => {
    const call = withBody(body);
    const found = refusedField(create, call, call, refusal(422, param));
    expect(found).toMatchObject({ field, place: param, message: 'No good.', blocking: false });
    expect(call.body.slice(found?.at, found?.end)).toBe(value);
  });

  it('is marked where it is missing, at what lacks it in the text', () => {
    const call = withBody({ name: 'Jane' });
    expect(refusedField(create, call, call, refusal(422, 'email'))).toMatchObject({
      field: 'body/email',
      at: 0,
      end: call.body.length,
    });
  });

  it('is a parameter where the operation has one of the name', () => {
    const call = { values: { 'query.per_page': '101' }, body: '' };
    expect(refusedField(list, call, call, refusal(400, 'per_page'))).toEqual({
      field: 'query.per_page',
      message: 'No good.',
      blocking: false,
    });
    const changed = { ...call, values: { 'query.per_page': '100' } };
    expect(refusedField(list, call, changed, refusal(400, 'per_page'))).toBeUndefined();
  });

  it('is free again once it is changed, and stays marked while others are', () => {
    const sent = withBody({ email: 'x', name: 'Jane' });
    const answer = refusal(422, 'email');
    expect(refusedField(create, sent, withBody({ email: 'x', name: 'Joan' }), answer)?.field).toBe('body/email');
    expect(refusedField(create, sent, withBody({ email: 'y', name: 'Jane' }), answer)).toBeUndefined();
    expect(refusedField(create, sent, withBody({ name: 'Jane' }), answer)).toBeUndefined();
  });

  it.each([null, 7, '', '.', '[', '[]', '..', '[x]', 'a'.repeat(10_000)])(
    'is none, or inert, for a param of %j',
    (param) => {
      const call = withBody({ email: 'x' });
      const found = refusedField(create, call, call, refusal(422, param));
      expect(found?.field ?? 'body/').toMatch(/^body\//);
    },
  );

  it('is none of an answer that succeeds, that is no JSON, or to a body that is none', () => {
    const call = withBody({ email: 'x' });
    const text = { ...refusal(422, 'email'), text: '<html>' } as Outcome;
    expect(refusedField(create, call, call, refusal(200, 'email'))).toBeUndefined();
    expect(refusedField(create, call, call, text)).toBeUndefined();
    const broken = { values: {}, body: '{' };
    expect(refusedField(create, broken, broken, refusal(422, 'email'))).toBeUndefined();
  });
});
