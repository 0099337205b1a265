import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfigFileTextToJson } from 'typescript';
import { expect, test } from 'vitest';
import * as worker from '../../edge/worker.ts';
import { isOfSandbox } from '../../src/sandbox/edge/edge.ts';
import { root } from '../paths.ts';
import { CONFIGURATION } from './deploy.ts';

interface Configuration {
  readonly main: string;
  readonly compatibility_date: string;
  readonly durable_objects: { readonly bindings: readonly { readonly name: string; readonly class_name: string }[] };
  readonly exports: Readonly<Record<string, object>>;
  readonly assets: { readonly directory: string; readonly run_worker_first: readonly string[] };
}

const { config } = parseConfigFileTextToJson(CONFIGURATION, readFileSync(CONFIGURATION, 'utf8')) as {
  config: Configuration;
};

/** Whether the network hands a path to the worker: `*` stands for anything, a pattern with `!` takes away. */
function isForWorker(path: string): boolean {
  const matches = (pattern: string): boolean => {
    const [start = '', ...rest] = pattern.split('*');
    return rest.length === 0 ? path === start : path.startsWith(start);
  };
  const patterns = config.assets.run_worker_first;
  return patterns.some(matches) && !patterns.some((one) => one.startsWith('!') && matches(one.slice(1)));
}

test.each([
  ...['/v1', '/v1/contacts', '/v1/contacts/con_abc123', '/_sandbox/state', '/_sandbox/deliveries/dlv_1/resend'],
  ...['/oauth/authorize', '/oauth/token', '/oauth/revoke', '/.well-known/oauth-authorization-server', '/mcp'],
])('the network hands %s to the worker, since the sandbox answers it', (path) => {
  expect([isForWorker(path), isOfSandbox(`https://host.example${path}`)]).toEqual([true, true]);
});

test.each(['/', '/guides/sandbox/', '/oauth/authorize/', '/oauth/callback/', '/v10', '/nothing'])(
  'the network hands %s to the worker, which gives it as HTML or Markdown',
  (path) => {
    expect([isForWorker(path), isOfSandbox(`https://host.example${path}`)]).toEqual([true, false]);
  },
);

test.each(['/_astro/page.abc123.js', '/pagefind/pagefind.js'])('the network answers %s by itself', (path) => {
  expect(isForWorker(path)).toBe(false);
});

test('what the configuration names is there, and is what the tests run', () => {
  expect(config.main).toBe('worker.ts');
  const bindings = config.durable_objects.bindings;
  expect(bindings).toEqual([{ name: 'OBJECTS', class_name: 'SandboxObject' }]);
  for (const { class_name } of bindings) {
    expect(worker).toHaveProperty(class_name);
    expect(config.exports[class_name]).toEqual({ type: 'durable-object', storage: 'sqlite' });
  }
  const capnp = readFileSync(join(root, 'edge/config.capnp'), 'utf8');
  expect(capnp).toContain(`compatibilityDate = "${config.compatibility_date}"`);
});
