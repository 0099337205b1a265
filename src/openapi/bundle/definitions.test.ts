import { expect, test } from 'vitest';
import { Definitions } from './definitions.ts';

test('a schema whose name is that of a keyword is a schema still, in whatever holds it', () => {
  const definitions = new Definitions({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    components: { schemas: { Name: { type: 'string' } } },
  });
  const named = (ref: string) => ({ default: { $ref: ref }, 'x-name': { $ref: ref } });
  for (const keyword of ['properties', 'patternProperties', 'dependentSchemas', '$defs'])
    expect(definitions.take({ [keyword]: named('#/components/schemas/Name') })).toEqual({
      [keyword]: named('#/$defs/Name'),
    });
  expect(definitions.definitions).toEqual({ Name: { type: 'string' } });
});
