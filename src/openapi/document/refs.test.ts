import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from './openapi-document.ts';
import { ExactNumber } from '../../json-text/exact-number.ts';
import { atPointer, isRecord, isReference, pointerName, resolve } from './refs.ts';

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

  test('is decoded where it is encoded, and else read as it stands', () => {
    const odd = { 'a%': 1, 'b c': 2, 'd~/': 3 };
    expect(['#/a%', '#/b%20c', '#/d~0~1'].map((pointer) => atPointer(odd, pointer))).toEqual([1, 2, 3]);
    expect(atPointer(odd, '#')).toBe(odd);
    expect(atPointer({ list: ['a', 'b'] }, '#/list/1')).toBe('b');
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

  test('is what it refers to where it says nothing itself', () => {
    const real = document.components?.parameters?.['Real'];
    expect(resolve(document, { $ref: '#/components/parameters/Real' })).toBe(real);
    expect(resolve(document, { name: 'own' })).toEqual({ name: 'own' });
  });

  test('is told from what only looks like one', () => {
    expect([{ $ref: '#' }, { $ref: 7 }, ['$ref'], null].map(isReference)).toEqual([true, false, false, false]);
    expect([{}, [], null, 'a', new ExactNumber('1.0')].map(isRecord)).toEqual([true, false, false, false, false]);
  });

  test('that leads back to itself is an error', () => {
    expect(() => resolve(document, { $ref: '#/components/parameters/Loop' })).toThrow('leads back to itself');
  });
});
