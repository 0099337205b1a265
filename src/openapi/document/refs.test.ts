import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from './openapi-document.ts';
import { atPointer, pointerName, resolve } from './refs.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  paths: { '/a/{b}': { get: { operationId: 'found' } } },
  components: {
    parameters: {
      Real: { name: 'page', in: 'query', description: 'The page.' },
      Alias: { $ref: '#/components/parameters/Real', description: 'Another text.' },
      Loop: { $ref: '#/components/parameters/Pool' },
      Pool: { $ref: '#/components/parameters/Loop' },
    },
  },
};

describe('a pointer', () => {
  test('is unescaped step by step', () => {
    expect(atPointer(document, '#/paths/~1a~1{b}/get')).toEqual({ operationId: 'found' });
    expect(atPointer(document, '#/paths/~1a~1%7Bb%7D/get')).toEqual({ operationId: 'found' });
    expect(pointerName('#/paths/~1a~1{b}')).toBe('/a/{b}');
  });

  test('that names nothing is an error with the pointer in it', () => {
    expect(() => atPointer(document, '#/components/schemas/Nobody')).toThrow(
      '$ref "#/components/schemas/Nobody" points at nothing',
    );
    expect(() => atPointer(document, '#/constructor')).toThrow('points at nothing');
    expect(() => atPointer(document, 'other.yaml#/a')).toThrow('not local');
  });
});

describe('a reference', () => {
  test('is followed through others, texts beside it win', () => {
    expect(resolve(document, { $ref: '#/components/parameters/Alias' })).toEqual({
      name: 'page',
      in: 'query',
      description: 'Another text.',
    });
  });

  test('that leads back to itself is an error', () => {
    expect(() => resolve(document, { $ref: '#/components/parameters/Loop' })).toThrow('leads back to itself');
  });
});
