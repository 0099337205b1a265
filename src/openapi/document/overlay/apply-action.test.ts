import { describe, expect, test } from 'vitest';
import { ExactNumber } from '../../../json-text/exact-number.ts';
import type { Action } from './apply-action.ts';
import { applyAction } from './apply-action.ts';
import { selectNodes } from './select-nodes.ts';

function applied(root: unknown, ...actions: Action[]): unknown {
  const holder = { root };
  for (const action of actions) applyAction(holder, action);
  return holder.root;
}

describe('the nodes of a JSONPath', () => {
  const document = { paths: { "/it's \\ a\nb/{id}": { get: { tags: ['a', 'b'], size: new ExactNumber('1.50') } } } };

  test('are told by the way to them, whatever the names', () => {
    expect(selectNodes(document, '$.paths.*.get.tags[*]')).toEqual([
      ['paths', "/it's \\ a\nb/{id}", 'get', 'tags', 0],
      ['paths', "/it's \\ a\nb/{id}", 'get', 'tags', 1],
    ]);
    expect(selectNodes(document, '$..[?@.tags[?@ == "b"]]')).toEqual([['paths', "/it's \\ a\nb/{id}", 'get']]);
  });

  test('are none within a number that keeps its digits', () => {
    expect(selectNodes(document, '$..source')).toEqual([]);
    expect(selectNodes(document, '$..[?@.size == 1.5].size')).toHaveLength(1);
  });
});

describe('an update', () => {
  test('merges objects, adds to lists and replaces values', () => {
    const root = { info: { title: 'A', tags: ['x'] }, more: { deep: { a: 1 } } };
    const update = { info: { title: 'B', tags: ['y', 'z'], version: '1' }, more: { deep: { b: [2] } } };
    expect(applied(root, { target: '$', update })).toEqual({
      info: { title: 'B', tags: ['x', 'y', 'z'], version: '1' },
      more: { deep: { a: 1, b: [2] } },
    });
    expect(applied({ a: [1], b: 'x' }, { target: '$.a', update: { n: 2 } }, { target: '$.b', update: 3 })).toEqual({
      a: [1, { n: 2 }],
      b: 3,
    });
    expect(applied({ a: [1] }, { target: '$.a', update: [2, [3]] })).toEqual({ a: [1, 2, [3]] });
  });

  test('changes each place by itself', () => {
    const root = applied(
      { a: {}, b: {} },
      { target: '$.*', update: { c: { d: 1 } } },
      { target: '$.a.c', update: { d: 2 } },
    );
    expect(root).toEqual({ a: { c: { d: 2 } }, b: { c: { d: 1 } } });
  });

  test('may use names that objects have by nature', () => {
    const update = JSON.parse('{"__proto__":{"a":1},"constructor":"c"}') as unknown;
    expect(JSON.stringify(applied({}, { target: '$', update }))).toBe('{"__proto__":{"a":1},"constructor":"c"}');
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test.each([
    [
      'a value for an object',
      { a: {} },
      { target: '$.a', update: 1 },
      'has a value where the document has an object, at #/a',
    ],
    [
      'an object for a value',
      { a: { b: 1 } },
      { target: '$.a', update: { b: {} } },
      'has an object where the document has a value, at #/a/b',
    ],
    [
      'a value for a list within',
      { a: { b: [] } },
      { target: '$.a', update: { b: 1 } },
      'has a value where the document has a list, at #/a/b',
    ],
    ['several kinds', { a: {}, b: [] }, { target: '$.*', update: {} }, 'selects nodes of several kinds: object, list'],
    ['no path', {}, { target: '$.a[', update: {} }, 'is no JSONPath of RFC 9535, as of its character 5: `$.a[`'],
  ])('cannot be: %s', (_, root, action, reason) => {
    expect(() => applied(root, action)).toThrow(reason);
  });
});

describe('a removal', () => {
  test('takes members and items away, all that are selected', () => {
    expect(applied({ a: [0, 1, 2, 3], b: 1 }, { target: '$.a[?@ > 0 && @ < 3]', remove: true })).toEqual({
      a: [0, 3],
      b: 1,
    });
    expect(applied({ a: { b: { c: 1 } } }, { target: '$..[?@]', remove: true })).toEqual({});
  });

  test('does not take the whole', () => {
    expect(() => applied({}, { target: '$', remove: true })).toThrow('the whole document');
  });
});

describe('a copy', () => {
  test('moves a part together with other actions', () => {
    const root = { paths: { '/a': { get: { x: [1] } } } };
    expect(
      applied(
        root,
        { target: '$.paths', update: { '/b': {} } },
        { target: "$.paths['/b']", copy: "$.paths['/a']" },
        { target: "$.paths['/b'].get.x", update: 2 },
        { target: "$.paths['/a'].get.x", update: 3 },
      ),
    ).toEqual({ paths: { '/a': { get: { x: [1, 3] } }, '/b': { get: { x: [1, 2] } } } });
  });

  test.each([
    ['$.nothing', 'selects nothing, and has to select one: `$.nothing`'],
    ['$.*', 'selects 2 nodes, and has to select one: `$.*`'],
  ])('is of one node: %s', (copy, reason) => {
    expect(() => applied({ a: {}, b: {} }, { target: '$.a', copy })).toThrow(reason);
  });
});
