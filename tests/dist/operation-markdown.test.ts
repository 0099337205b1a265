import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations, listWebhooks } from '../../src/openapi/model/operations.ts';
import { bundleOperation, successStatus } from '../../src/openapi/bundle/bundled-operation.ts';
import { markdownAddress } from '../../src/site/reference/markdown-address.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';

const document = await loadDocument(join(import.meta.dirname, '../../spec/openapi.yaml'));
const operations = listOperations(document);
const events = listWebhooks(document);
const read = (page: string) => readFileSync(join(dist, markdownAddress(page)), 'utf8');
const addresses = addressesOf(document);

/** Names of all properties of a schema that go in a direction, however deep. */
function propertyNames(node: unknown, hidden: 'readOnly' | 'writeOnly'): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((item) => propertyNames(item, hidden));
  return Object.entries(node).flatMap(([key, value]) => {
    if (['example', 'examples', 'default', 'enum', 'const'].includes(key)) return [];
    if (key !== 'properties') return propertyNames(value, hidden);
    const shown = Object.entries(value as Record<string, Record<string, unknown>>).filter(
      ([, member]) => !member[hidden],
    );
    return shown.flatMap(([name, member]) => [name, ...propertyNames(member, hidden)]);
  });
}

describe('the Markdown of an operation', () => {
  test.each(operations)('$operationId names all that the specification says of it', (operation) => {
    const text = withComponents(read(addresses.operation(operation)));
    const { $defs, body, parameters, responses, servers, method, path, security } = bundleOperation(
      document,
      operation,
    );
    const codes = operation.responses.flatMap(({ extensions }) => (extensions['x-error-codes'] as string[]) ?? []);
    // What one operation refers to is in its definitions: request and response together.
    const sent = body ? propertyNames([body.content, $defs], 'readOnly') : [];
    const received = propertyNames([responses, $defs], 'writeOnly');
    const named = [
      operation.operationId,
      `${method} ${path}`,
      ...servers.map(({ url }) => url),
      ...parameters.map(({ name }) => name),
      ...codes,
      ...security.flatMap((needs) => needs.flatMap(({ scopes }) => scopes)),
      ...sent,
      ...received,
    ];
    expect(named.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    for (const status of Object.keys(responses)) expect(text).toMatch(new RegExp(`^### ${status}\\b`, 'm'));
  });

  test('prints a curl command that the sandbox answers with the documented success', async () => {
    const mock = await startMock({ port: 0 });
    try {
      const env = { ...process.env, ORBINTO_API_KEY: 'sk_test_operationmarkdown' };
      for (const operation of operations) {
        const [, curl = ''] = /^### curl\n\n```\w+\n([\s\S]*?)^```$/m.exec(read(addresses.operation(operation))) ?? [];
        const command = curl.replace('https://api.orbinto.com', mock.url);
        const options = ['-c', `${command.trimEnd()} --silent --output /dev/null --write-out '%{http_code}'`];
        const { stdout } = await promisify(execFile)('bash', options, { env });
        expect(stdout, command).toBe(successStatus(operation));
      }
    } finally {
      await mock.close();
    }
  }, 60_000);
});

/** The Markdown of a page with that of the components that it links to, because they are large or contain themselves. */
function withComponents(text: string, seen = new Set<string>()): string {
  const links = [...text.matchAll(/(\/reference\/schemas\/[\w-]+\.md)\)/g)].flatMap(([, path]) => path ?? []);
  const fresh = [...new Set(links)].filter((path) => !seen.has(path) && seen.add(path));
  return [text, ...fresh.map((path) => withComponents(read(path), seen))].join('\n');
}

test.each(events)('the Markdown of $path names every field of its payload', (event) => {
  const text = withComponents(read(addresses.event(event)));
  const { body, $defs } = bundleOperation(document, event);
  const fields = propertyNames([body?.content, $defs], 'writeOnly');
  expect(text.startsWith(`# ${event.path}\n`)).toBe(true);
  expect(fields.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  expect(fields.length).toBeGreaterThan(0);
});
