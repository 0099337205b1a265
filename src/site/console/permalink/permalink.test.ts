import { describe, expect, it, test } from 'vitest';
import { fc } from '../../../../tests/fast-check.ts';
import { uploadOperation } from '../../../../tests/fixtures/upload-operation.ts';
import { loadDocument } from '../../../openapi/document/load.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { exampleInput } from '../request/input/request-input.ts';
import { withoutSecrets } from '../without-secrets.ts';
import { linkTo, longestFragment, prefix, restore } from './permalink.ts';

const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document).map((operation) => bundleOperation(document, operation));
const operationNamed = (id: string) => operations.find(({ operationId }) => operationId === id) ?? expect.unreachable();
const update = operationNamed('updateContact');

const fragmentOf = (text: string) => prefix + Buffer.from(text).toString('base64url');

test('the example of every operation comes back from its link', () => {
  for (const operation of operations) {
    const call = exampleInput(operation);
    const link = linkTo(operation, call);
    if (!('fragment' in link)) return expect.unreachable();
    const restored = restore(operation, link.fragment)?.call;
    expect(restored?.body).toBe(call.body);
    for (const [field, value] of Object.entries(call.values)) expect(restored?.values[field]).toBe(value);
    expect(link.removed).toBe(false);
  }
});

test('any text comes back, quotes, line ends and emoji too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (id, body) => {
        const call = { values: { 'path.id': id }, body };
        const expected = withoutSecrets(call).call;
        const link = linkTo(update, call);
        if (!('fragment' in link)) return expect.unreachable();
        expect(link.fragment).toMatch(/^#try=[\w-]*$/);
        const restored = restore(update, link.fragment)?.call;
        expect(restored).toEqual({ values: { 'path.id': expected.values['path.id'] ?? '' }, body: expected.body });
      },
    ),
  );
});

test('the media type of the body comes back, and only one that the operation takes', () => {
  const operation = uploadOperation();
  const call = { values: {}, body: '<tree/>', mediaType: 'application/xml' };
  const link = linkTo(operation, call);
  if (!('fragment' in link)) return expect.unreachable();
  expect(restore(operation, link.fragment)).toEqual({ call });
  const other = { ...operation, body: { required: true, description: '', content: [] } };
  expect(restore(other, link.fragment)?.problem).toContain('media type');
});

describe('a fragment that is none of ours', () => {
  it.each([
    '#try=',
    '#try=%',
    '#try=%E0%A4%A',
    '#try=<script>alert(1)</script>',
    '#try=e30',
    fragmentOf('null'),
    fragmentOf('[]'),
    fragmentOf('{"op":"updateContact"}'),
    fragmentOf('{"op":"updateContact","values":[],"body":""}'),
    fragmentOf('{"op":"updateContact","values":{},"body":1}'),
    `${prefix}${'A'.repeat(longestFragment)}`,
    fragmentOf(`{"op":"updateContact","values":{},"body":"${'['.repeat(longestFragment)}"}`),
  ])('is refused with a sentence: %.40s', (fragment) => {
    const restored = restore(update, fragment);
    expect(restored?.call).toBeUndefined();
    expect(restored?.problem).toMatch(/^The link .*\.$/);
  });

  it('is told apart from an anchor', () => {
    for (const anchor of ['', '#param-id', '#trying', '#body-email']) expect(restore(update, anchor)).toBeUndefined();
  });

  it('of another operation is told', () => {
    const link = linkTo(operationNamed('createContact'), { values: {}, body: '{}' });
    expect('fragment' in link && restore(update, link.fragment)).toEqual({
      problem: 'The link belongs to another operation than the one on this page.',
    });
  });

  it('sets nothing but the fields of the operation', () => {
    const fragment = fragmentOf(
      '{"op":"updateContact","values":{"path.id":7,"header.Authorization":"x","__proto__":{"polluted":1}},"body":"{}"}',
    );
    expect(restore(update, fragment)?.call).toEqual({ values: { 'path.id': '' }, body: '{}' });
    expect('polluted' in {}).toBe(false);
  });
});

describe('a secret', () => {
  const secrets = [
    'sk_live_abc123',
    'sk_test_admin',
    'at_test_a.b-c',
    'rt_test_abcdef',
    'whsec_c2VjcmV0',
    'Bearer abcdefgh',
    'eyJhbGciOi.eyJzdWIi.c2ln',
  ];

  it.each(secrets)('%s is in no link', (secret) => {
    const call = {
      values: { 'path.id': `con ${secret}` },
      body: JSON.stringify({ note: `mine is ${secret}`, name: 'Jane' }),
    };
    const link = linkTo(update, call);
    if (!('fragment' in link)) return expect.unreachable();
    expect(link.removed).toBe(true);
    expect(Buffer.from(link.fragment.slice(prefix.length), 'base64url').toString()).not.toContain(secret);
    expect(restore(update, link.fragment)?.call?.body).toContain('Jane');
  });

  it('is told by the name of its field too', () => {
    const call = {
      values: { 'header.X-Api-Key': 'hunter2', 'query.q': 'a' },
      body: '{"client_secret": "hunter\\"2", "a": 1}',
    };
    expect(withoutSecrets(call)).toEqual({
      call: { values: { 'query.q': 'a' }, body: '{"client_secret": "", "a": 1}' },
      removed: true,
    });
  });
});

test('a call that is too long gets no link', () => {
  expect(linkTo(update, { values: {}, body: 'x'.repeat(longestFragment) })).toHaveProperty('problem');
});
