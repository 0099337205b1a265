import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage } from '../../../../tests/fake-storage.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { loadDocument } from '../../../openapi/document/load.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { heldCall } from '../held-call.ts';
import { restore } from '../permalink/permalink.ts';
import { keepDraft } from './keep-draft.ts';

const document = await loadDocument('spec/openapi.yaml');
const create = listOperations(document).find(({ operationId }) => operationId === 'createContact');
const operation = create && bundleOperation(document, create);

beforeEach(() => {
  vi.stubGlobal('location', { pathname: '/reference/contacts/create-contact/', hash: '' });
  vi.stubGlobal('sessionStorage', fakeStorage(1000));
});
afterEach(() => void vi.unstubAllGlobals());

const keep = (body: string) => keepDraft(operation as BundledOperation, { values: {}, body });
const kept = () => restore(operation as BundledOperation, heldCall() ?? '')?.call?.body;

test.each([
  ['for a link', 300_000],
  ['for what is left of the storage', 2000],
])('of a call that is too long %s nothing is kept, the one before it neither', (_, length) => {
  keep('{"email":"a@example.com"}');
  expect(kept()).toBe('{"email":"a@example.com"}');
  keep(JSON.stringify({ name: 'n'.repeat(length) }));
  expect(heldCall()).toBeUndefined();
  keep('{"email":"b@example.com"}');
  expect(kept()).toBe('{"email":"b@example.com"}');
});
