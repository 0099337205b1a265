import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalOf, read, writeDocument } from './write-document.ts';
import type { Files } from './write-document.ts';

const API = `openapi: 3.1.0
info: { title: T, version: "1" }
tags: [{ name: a }, { name: b }]
paths:
  /a: { get: { tags: [a], responses: { "200": { description: ok } } } }
  /b: { get: { tags: [b], x-big: 9007199254740993, x-list: [1.50, 2.50, 3.0], responses: { "200": { description: ok } } } }
`;
const overlay = (rest: string, version = '1.1.0'): string =>
  `overlay: ${version}\ninfo: { title: O, version: "1" }\n${rest}\n`;
const actions = (...list: string[]): string => overlay(`actions:\n${list.map((one) => `  - ${one}`).join('\n')}`);

/** A document of which the files named `*.overlay.*` are overlays. */
async function reading(files: Files): ReturnType<typeof read> {
  const file = await writeDocument({ 'api.yaml': API, ...files });
  return read(file, { overlays: overlaysOf(file, files) });
}

async function refusal(files: Files): Promise<string> {
  const file = await writeDocument({ 'api.yaml': API, ...files });
  return refusalOf(file, { overlays: overlaysOf(file, files) });
}

const overlaysOf = (file: string, files: Files): string[] =>
  Object.keys(files)
    .filter((name) => name.includes('overlay'))
    .map((name) => join(dirname(file), name));

describe('overlays', () => {
  test('change the document one after the other, action by action', async () => {
    const { document, notes } = await reading({
      'one.overlay.yaml': actions(
        '{ target: "$.info", update: { title: First, description: Added. } }',
        `{ target: "$.paths['/a']", remove: true }`,
      ),
      'two.overlay.json': JSON.stringify({
        overlay: '1.1.0',
        info: { title: 'O', version: '1' },
        actions: [
          { target: '$.info.title', update: 'Second' },
          { target: '$.paths', update: { '/c': {} } },
          { target: "$.paths['/c']", copy: "$.paths['/b']" },
          { target: '$.tags[?@.name == "a"]', remove: true },
        ],
      }),
    });
    expect(notes).toEqual([]);
    expect(document.info).toMatchObject({ title: 'Second', description: 'Added.' });
    expect(Object.keys(document.paths ?? {})).toEqual(['/b', '/c']);
    expect(document.tags).toEqual([{ name: 'b' }]);
  });

  test('leave every digit where it is, also where items are taken away before it', async () => {
    const { document } = await reading({
      'o.overlay.yaml': actions(
        `{ target: "$..['x-list'][0]", remove: true }`,
        `{ target: "$..['x-list']", update: 4.00 }`,
      ),
    });
    expect(JSON.stringify(document.paths?.['/b']?.get)).toContain('"x-big":9007199254740993,"x-list":[2.50,3.0,4.00]');
  });

  test('are looked at like the document itself', async () => {
    const { notes } = await reading({
      'o.overlay.yaml': actions(`{ target: "$.paths['/a'].get", update: { deprecated: "true" } }`),
    });
    expect(notes).toEqual([
      expect.stringMatching(/api\.yaml with its overlays at #\/paths\/~1a\/get\/deprecated: is a text where true/),
    ]);
    expect(
      await refusal({ 'o.overlay.yaml': actions(`{ target: "$.paths['/a'].get", update: { $ref: '#/gone' } }`) }),
    ).toMatch(/api\.yaml with its overlays at #\/paths\/~1a\/get: Can't resolve \$ref "#\/gone"/);
  });

  test('may share what they do', async () => {
    const shared = 'components: { actions: { a/b: { fields: { update: { x-team: core } } } } }';
    const { document } = await reading({
      'o.overlay.yaml': overlay(
        `${shared}\nactions: [{ $ref: '#/components/actions/a~1b', target: "$.paths['/a'].get" }]`,
        '1.2.0',
      ),
    });
    expect(document.paths?.['/a']?.get?.['x-team']).toBe('core');
  });

  test('that change nothing are told, each action in one line with its place', async () => {
    const { notes } = await reading({
      'o.overlay.yaml': actions(
        '{ target: "$.info", update: { title: X } }',
        `{ target: "$.paths['/nope'].get", update: {} }`,
        '{ target: "$..nothing", remove: true }',
      ),
    });
    expect(notes).toEqual([
      expect.stringMatching(
        /o\.overlay\.yaml:5 at #\/actions\/1\/target: selects nothing in \S+api\.yaml, and changes nothing: `\$\.paths\['\/nope'\]\.get`$/,
      ),
      expect.stringMatching(/o\.overlay\.yaml:6 at #\/actions\/2\/target: selects nothing/),
    ]);
  });
});

describe('an overlay that is made for another document is told', () => {
  const extending = (target: string) =>
    overlay(`extends: ${target}\nactions: [{ target: $.info, update: { title: X } }]`);

  test.each([
    ['./api.yaml', 0],
    ['https://example.com/v1/api.yaml', 0],
    ['other.yaml', 1],
    ['https://example.com/other.yaml', 1],
  ])('%s', async (target, count) => {
    const { document, notes } = await reading({ 'o.overlay.yaml': extending(target) });
    expect(document.info.title).toBe('X');
    expect(notes).toHaveLength(count);
    if (count > 0)
      expect(notes[0]).toMatch(
        /o\.overlay\.yaml:3 at #\/extends: is made for `.*other\.yaml`, and is applied to .*api\.yaml all the same/,
      );
  });

  test('unless that is what the document calls itself', async () => {
    const self = API.replace('openapi: 3.1.0', 'openapi: 3.2.0\n$self: https://example.com/published');
    const { notes } = await reading({ 'api.yaml': self, 'o.overlay.yaml': extending('https://example.com/published') });
    expect(notes).toEqual([]);
  });
});

describe('an overlay is refused in one line with its place where', () => {
  test.each([
    ['it is none', 'a: 1', /o\.overlay\.yaml:1 at #\/overlay: there is no version; only Overlay 1\.0, 1\.1 and 1\.2/],
    ['it is of another version', overlay('actions: [{}]', '2.0.0'), /:1 at #\/overlay: this is overlay 2\.0\.0/],
    ['it is a list', '[]', /holds no object/],
    ['it is empty', '', /holds no object/],
    ['it does not parse', 'overlay: [', /o\.overlay\.yaml:1: /],
    ['it has no actions', overlay('actions: []'), /:3 at #\/actions: there are no actions/],
    ['an action is none', actions('7'), /:4 at #\/actions\/0: is no action/],
    ['an action has no target', actions('{ remove: true }'), /:4 at #\/actions\/0: has no `target`/],
    ['an action does nothing', actions('{ target: $.info }'), /has neither `update` nor `copy` nor `remove: true`/],
    ['an action does two things', actions('{ target: $.info, update: {}, copy: $.info }'), /has both/],
    [
      'a target is no JSONPath',
      actions('{ target: info.title, update: X }'),
      /:4 at #\/actions\/0\/target: is no JSONPath of RFC 9535, as of its character 1: `info\.title`$/,
    ],
    [
      'what is copied is not there',
      actions('{ target: $.info, copy: $.gone }'),
      /:4 at #\/actions\/0\/copy: selects nothing/,
    ],
    [
      'an update does not fit',
      actions('{ target: $.info, update: [1] }'),
      /:4 at #\/actions\/0\/update: has a list where the document has an object, at #\/info$/,
    ],
    [
      'a reusable action is a number',
      actions('{ $ref: 7, target: $.info }'),
      /at #\/actions\/0\/\$ref: leads to no reusable action: `7`/,
    ],
    [
      'a reusable action stands elsewhere',
      overlay(
        "components: { actions: { x: { fields: { remove: true } } } }\nactions: [{ $ref: '#/other/x', target: $.info }]",
      ),
      /at #\/actions\/0\/\$ref: leads to no reusable action: `#\/other\/x`/,
    ],
    [
      'a reusable action says nothing',
      overlay("components: { actions: { x: {} } }\nactions: [{ $ref: '#/components/actions/x', target: $.info }]"),
      /at #\/actions\/0\/\$ref: leads to no reusable action/,
    ],
    ['what is copied is no path', actions('{ target: $.info, copy: 7 }'), /at #\/actions\/0\/copy: is no JSONPath/],
    [
      'what is removed is neither true nor false',
      actions('{ target: $.info, remove: yes please }'),
      /at #\/actions\/0\/remove: is neither true nor false/,
    ],
    [
      'an action that is not to remove does nothing else',
      actions('{ target: $.info, remove: false }'),
      /has neither `update` nor `copy` nor `remove: true`/,
    ],
    [
      'a reusable action is missing',
      actions(`{ $ref: '#/components/actions/x', target: $.info }`),
      /at #\/actions\/0\/\$ref: leads to no reusable action/,
    ],
  ])('%s', async (_, text, message) => {
    const line = await refusal({ 'o.overlay.yaml': text });
    expect(line).toMatch(message);
    expect(line).not.toContain('\n');
  });

  test('it is not there', async () => {
    const file = await writeDocument({ 'api.yaml': API });
    expect(await refusalOf(file, { overlays: [join(dirname(file), 'gone.yaml')] })).toMatch(/gone\.yaml: ENOENT/);
  });
});
