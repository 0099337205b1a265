import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { nameOf, nodeAt, scanJson } from './scan-json.ts';
import type { JsonNode } from './scan-json.ts';

/** Builds the value anew from the places that were found. */
function valueOf(text: string, node: JsonNode): unknown {
  if (node.kind === 'array') return node.children.map((child) => valueOf(text, child));
  if (node.kind !== 'object') return JSON.parse(text.slice(node.start, node.end));
  const value: Record<string, unknown> = {};
  for (const child of node.children) {
    const name = String(nameOf(text, child));
    Object.defineProperty(value, name, { value: valueOf(text, child), enumerable: true, configurable: true });
  }
  return value;
}

describe('scanJson', () => {
  it.each([undefined, 2])('finds every value of any JSON, indented by %s', (indent) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, null, indent);
        expect(valueOf(text, scanJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['{"a\\"b": "c\\\\", "d": "\\\\\\""}', '{"__proto__": 1, "constructor": [{}]}', '[-0.5e+10, true, null]'])(
    'reads %s',
    (text) => expect(valueOf(text, scanJson(text))).toEqual(JSON.parse(text)),
  );

  it('keeps both members of one name, and numbers as they were written', () => {
    const text = '{"a": 12345678901234567890, "a": 1.0}';
    const { children } = scanJson(text);
    expect(children.map(({ start, end }) => text.slice(start, end))).toEqual(['12345678901234567890', '1.0']);
  });

  it('needs no stack', () => {
    const depth = 100_000;
    const root = scanJson('['.repeat(depth) + ']'.repeat(depth));
    expect(root.end).toBe(2 * depth);
  });

  it('scans a megabyte in a moment', () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'x'.repeat(30) })));
    const started = performance.now();
    scanJson(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('nodeAt', () => {
  const text = '{"data": [{"id": 1}, {"id": 2, "id": 3}]}';
  const root = scanJson(text);

  it('finds a value by its path, the last of two members', () => {
    const node = nodeAt(text, root, ['data', 1, 'id']);
    expect(node && text.slice(node.start, node.end)).toBe('3');
  });

  it.each([[['data', 7]], [['nothing', 'there']], [['data', 0, 'id', 'deeper']]])('finds nothing at %j', (path) => {
    expect(nodeAt(text, root, path)).toBeUndefined();
  });
});
