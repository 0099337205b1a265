import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../openapi/document/load.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { operationAnchors, scalarHash } from './scalar-anchors.ts';

const document = await loadDocument('spec/openapi.yaml');
const anchors = operationAnchors(document);

describe('operationAnchors', () => {
  it('knows every operation of the spec', () => {
    expect([...anchors.keys()].sort()).toEqual(
      listOperations(document)
        .map(({ operationId }) => operationId)
        .sort(),
    );
  });
});

describe('scalarHash', () => {
  it('turns an operationId into the address that Scalar gives it', () => {
    expect(scalarHash('#createContact', anchors)).toBe('#tag/contacts/createContact');
  });

  it.each(['', '#', '#tag/contacts/createContact', '#unknown', '#%E0%A4%A', '#__proto__'])(
    'leaves “%s” alone',
    (hash) => {
      expect(scalarHash(hash, anchors)).toBeUndefined();
    },
  );
});
