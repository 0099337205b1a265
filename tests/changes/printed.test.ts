import { expect, test } from 'vitest';
import { documentChanges } from '../../src/openapi/changes/document-changes.ts';
import type { Extension } from '../../src/openapi/changes/extension-changes.ts';
import { newer, older } from './two-versions.ts';

const extensions: Extension[] = [
  { name: 'x-level', on: 'operation', label: 'level', subject: 'security' },
  { name: 'x-codes', on: 'response', label: 'error code', subject: 'error code' },
  { name: 'x-sent-by', on: 'event', label: 'sending operation', subject: 'event' },
];

// A change of what is told is seen at once: `npx vitest -u` keeps it.
test.each([
  ['forward', { before: older, after: newer }],
  ['backward', { before: newer, after: older }],
])('of everything that can change it is told %s what was told', async (name, versions) => {
  const lines = documentChanges(versions, { extensions }).map(
    ({ severity, kind, subject, operation, operations, direction, facet, value, message }) =>
      `${severity} ${[kind, subject, direction, facet, value].filter(Boolean).join('/')} ${operation ?? ''}[${operations.join()}]\n  ${message}\n`,
  );
  await expect(lines.join('')).toMatchFileSnapshot(`printed/${name}.txt`);
});
