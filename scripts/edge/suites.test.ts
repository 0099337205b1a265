import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../paths.ts';
import { EDGE_SUITES } from './suites.ts';

/** What opens whichever sandbox the environment asks for. */
const OPENERS =
  /\b(?:openClient|openTransport|TRANSPORTS|openServer|openSandbox|startProcess|startHosted|needsWorkerd)\b/;

/** Tests that open one, and are not run against the hosted sandbox. */
const LEFT_OUT = [
  // Half of it is about the HTTP server of Node.
  'tests/control/access.test.ts',
  // Thousands of writes, each of which waits for the disk there.
  'tests/webhooks/bounds.long.test.ts',
  // The data file of Node.
  'tests/webhooks/storage.test.ts',
  'scripts/edge/suites.test.ts',
];

test('every test that can run against the hosted sandbox does, and those that are named are there', () => {
  const files = globSync('{src,tests,scripts}/**/*.test.ts', { cwd: root });
  const able = files.filter((file) => OPENERS.test(readFileSync(join(root, file), 'utf8')) && !LEFT_OUT.includes(file));
  expect(Object.values(EDGE_SUITES).flat().toSorted()).toEqual(able.toSorted());
});
