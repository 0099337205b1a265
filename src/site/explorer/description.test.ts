import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../openapi/document/load.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { explorerDescription } from './description.ts';

const document = await loadDocument('spec/openapi.yaml');
const before = JSON.stringify(document);
const result = explorerDescription(document);
const operations = listOperations(result);

describe('explorerDescription', () => {
  it('leaves no way to sign in outside of the chosen environment', () => {
    expect(before).toContain('"oauth2"');
    expect(JSON.stringify(result)).not.toContain('"oauth2"');
    expect(JSON.stringify(result)).not.toContain('authorizationUrl');
  });

  it('leaves every operation its key', () => {
    expect(operations.map(({ operationId }) => operationId)).toEqual(
      listOperations(document).map(({ operationId }) => operationId),
    );
    for (const { security } of operations) expect(security).toEqual([{ apiKey: [] }]);
  });

  it('switches optional parameters off and leaves required ones their example', () => {
    const list = result.paths?.['/contacts']?.get?.parameters ?? [];
    expect(list.length).toBeGreaterThan(4);
    for (const parameter of list) expect(parameter).toMatchObject({ examples: { default: { 'x-disabled': true } } });
    const [id] = result.paths?.['/contacts/{id}']?.get?.parameters ?? [];
    expect(id).toMatchObject({ name: 'id', required: true, examples: { default: { value: 'con_abc123' } } });
    expect(JSON.stringify(id)).not.toContain('x-disabled');
  });

  it('changes nothing in the document it was given', () => {
    expect(JSON.stringify(document)).toBe(before);
  });
});
