import { expect, test } from 'vitest';
import { documentChanges } from '../../openapi/changes/document-changes.ts';
import { loadDocument, SPEC_FILE } from '../../openapi/document/load.ts';
import { REPLAY_FORMAT, REPLAY_VERSION } from '../replay/replay-file.ts';
import { rehearseInPage } from './rehearser.ts';

test('a page rehearses a session by the rules of both documents', async () => {
  const before = await loadDocument(SPEC_FILE);
  const after = structuredClone(before);
  const { ContactCreate } = (after.components?.schemas ?? {}) as Record<string, { required?: string[] }>;
  ContactCreate?.required?.push('company');
  const steps = [
    { as: 'admin', method: 'POST', path: '/v1/contacts', body: { email: 'a@example.com' } },
    { as: 'admin', method: 'GET', path: '/v1/contacts' },
  ] as const;
  const file = {
    format: REPLAY_FORMAT,
    version: REPLAY_VERSION,
    seed: 1,
    start: '2026-03-02T09:00:00Z',
    steps,
  } as const;
  const report = await rehearseInPage(file, { before, after }, documentChanges({ before, after }, { extensions: [] }));
  expect(report.steps.map(({ answers }) => [answers.before.status, answers.after.status])).toEqual([
    [201, 422],
    [200, 200],
  ]);
  expect(report.touches.length).toBeGreaterThan(0);
});
