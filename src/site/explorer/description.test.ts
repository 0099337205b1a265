import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../openapi/load.ts';
import { listOperations } from '../../openapi/operations.ts';
import { withoutOauth } from './description.ts';

const document = await loadDocument('spec/openapi.yaml');

describe('withoutOauth', () => {
  const result = withoutOauth(document);

  it('leaves no way to sign in outside of the chosen environment', () => {
    expect(JSON.stringify(document)).toContain('"oauth2"');
    expect(JSON.stringify(result)).not.toContain('"oauth2"');
    expect(JSON.stringify(result)).not.toContain('authorizationUrl');
  });

  it('leaves every operation its key', () => {
    const operations = listOperations(result);
    expect(operations).toHaveLength(listOperations(document).length);
    for (const { security } of operations) expect(security).toEqual([{ apiKey: [] }]);
  });

  it('changes nothing in the document it was given', () => {
    expect(document.components?.securitySchemes).toHaveProperty('oauth2');
  });
});
