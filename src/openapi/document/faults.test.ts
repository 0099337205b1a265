import { getLineColLocation, Source } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { Faults } from './faults.ts';

const document = `{
  "openapi": "3.1.0",
  "paths": {
    "/a b/{id}": {
      "x~y": [1, 2,
        { "Ä%": "}",
          "last": null }],
      "x~y2": {}
    }
  },
  "tags": [], "info":
    { "title": "\\"{" }
}`;

test.each([
  ['#/paths', 3],
  ['#/paths/~1a b~1{id}/x~0y/1', 5],
  ['#/paths/~1a b~1{id}/x~0y/2', 6],
  ['#/paths/~1a b~1{id}/x~0y/2/last', 7],
  ['#/paths/~1a b~1{id}/x~0y2', 8],
  ['#/info', 12],
  ['#/info/title', 12],
])('the line of %s in JSON is %i, as in YAML', (pointer, line) => {
  const faults = new Faults();
  const source = new Source('/api.json', document);
  faults.add('is odd', { source, pointer });
  expect(faults.notes()).toEqual([expect.stringContaining(`/api.json:${line} at ${pointer}: is odd`)]);
  expect(getLineColLocation({ source, pointer, reportOnKey: false }).start.line).toBe(line);
});
