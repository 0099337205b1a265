import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import type { Session } from '../session/session.ts';
import { explorerConfiguration } from './configuration.ts';

test('every option is one that Scalar’s bundle reads', () => {
  const folder = join(root, 'node_modules/@scalar/api-reference/dist/browser');
  const bundle = globSync('{standalone.esm,chunks/*}.js', { cwd: folder })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const session = { secret: '', environment: { baseUrl: 'https://a.example/v1', name: 'A' } } as Session;
  const document = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: {} };
  const options = explorerConfiguration({ document, session, dark: false, fetch });
  expect(Object.keys(options)).toEqual(expect.arrayContaining(['telemetry', 'agent', 'mcp', 'withDefaultFonts']));
  for (const name of Object.keys(options)) expect(bundle, name).toMatch(new RegExp(`[.{,]${name}\\b`));
});
