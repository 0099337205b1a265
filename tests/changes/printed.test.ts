import { expect, test } from 'vitest';
import { adviceFor } from '../../src/openapi/changes/advice.ts';
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
])('of everything that can change it is told %s what was told, and what to do', async (name, versions) => {
  const lines = documentChanges(versions, { extensions }).map((change) => {
    const { severity, kind, subject, operation, operations, direction, facet, value, message } = change;
    const head = [kind, subject, direction, facet, value].filter(Boolean).join('/');
    return `${severity} ${head} ${operation ?? ''}[${operations.join()}]\n  ${message}\n  ${adviceFor(change)}\n`;
  });
  await expect(lines.join('')).toMatchFileSnapshot(`printed/${name}.txt`);
});
