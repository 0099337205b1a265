/** From the form or the editor to the wire and into the samples: every digit is kept. */
import { expect, test } from 'vitest';
import { fc } from '../../../../tests/fast-check.ts';
import { canonicalJson, jsonText, numberText } from '../../../../tests/json-text.ts';
import { curl } from '../../../generators/samples/curl.ts';
import { go } from '../../../generators/samples/go.ts';
import { javascript } from '../../../generators/samples/javascript.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { addChild, replaceNode } from '../../../json-text/edit.ts';
import { parseJson } from '../../../json-text/tree.ts';
import type { JsonNode } from '../../../json-text/tree.ts';
import { requestOf, sendable } from './make-request.ts';

const operation: BundledOperation = {
  operationId: 'send',
  method: 'POST',
  path: '/',
  summary: '',
  deprecated: false,
  servers: [],
  parameters: [],
  body: { required: true, description: '', content: [{ mediaType: 'application/json', examples: [] }] },
  success: '200',
  responses: {},
  security: [],
  extensions: {},
  $defs: {},
};

/** What the program of a sample gives to `fetch`. */
async function sentBy(program: string): Promise<unknown> {
  const AsyncFunction = Object.getPrototypeOf(sentBy) as {
    constructor: new (...code: string[]) => (...values: unknown[]) => Promise<void>;
  };
  let sent: unknown;
  const fetch = (_: string, { body }: { body: unknown }) => {
    sent = body;
    return Promise.resolve({ ok: true });
  };
  await new AsyncFunction.constructor('fetch', 'console', program)(fetch, { log: () => undefined });
  return sent;
}

/** The texts that the program of a sample quotes in single or back quotes, as bash and Go read them. */
const quotedBody = {
  curl: (program: string) => /-d '((?:[^']|'\\'')*)'$/.exec(program)?.[1]?.replaceAll("'\\''", "'"),
  go: (program: string) => {
    const [, raw, quoted] = /strings\.NewReader\((?:`([^`]*)`|(".*"))\)/.exec(program) ?? [];
    return raw ?? (quoted === undefined ? undefined : (JSON.parse(quoted) as string));
  },
};

function nodesOf(root: JsonNode): JsonNode[] {
  return [root, ...root.children.flatMap(nodesOf)];
}

test('a body that is typed, or filled in number by number, is sent to the digit, and printed so', async () => {
  const typed = fc.tuple(jsonText, numberText, fc.nat(), fc.boolean());
  await fc.assert(
    fc.asyncProperty(typed, async ([text, number, place, isAdded]) => {
      const nodes = nodesOf(parseJson(text) ?? expect.unreachable());
      const node = nodes[place % nodes.length] ?? expect.unreachable();
      const body = isAdded && node.type === 'array' ? addChild(text, node, number) : replaceNode(text, node, number);
      const call = { values: {}, body };
      const request = requestOf(operation, call, 'https://api.example.com');
      expect(sendable(request, call, '').body).toBe(body);
      expect(canonicalJson(String(await sentBy(javascript(request))))).toBe(canonicalJson(body));
      expect(canonicalJson(quotedBody.curl(curl(request)) ?? '')).toBe(canonicalJson(body));
      expect(canonicalJson(quotedBody.go(go(request)) ?? '')).toBe(canonicalJson(body));
    }),
  );
});

test('a name that stands twice is sent and printed twice', async () => {
  const call = { values: {}, body: '{"a": 1, "a": 2.0}' };
  const request = requestOf(operation, call, 'https://api.example.com');
  expect(sendable(request, call, '').body).toBe(call.body);
  expect(await sentBy(javascript(request))).toBe(call.body);
});
