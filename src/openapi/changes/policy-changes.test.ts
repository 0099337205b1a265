import { expect, test } from 'vitest';
import { loadPolicies } from '../document/load.ts';
import type { Policies } from '../document/policies.ts';
import { policyChanges } from './policy-changes.ts';

const before = await loadPolicies();

function changed(edit: (policies: Policies) => void): string[] {
  const after = structuredClone(before);
  edit(after);
  return policyChanges({ before, after }).map(({ severity, message }) => `${severity}: ${message}`);
}

const plan = ({ plans }: Policies) => plans[0] ?? { requests_per_minute: 0 };

test.each<[string, (policies: Policies) => void]>([
  [
    'breaking: `policy plans.free.requests_per_minute`: went from `60` to `30`.',
    (one) => (plan(one).requests_per_minute = 30),
  ],
  [
    'non-breaking: `policy plans.free.requests_per_minute`: went from `60` to `90`.',
    (one) => (plan(one).requests_per_minute = 90),
  ],
  ['breaking: `plan`: lost the plan `free`.', ({ plans }) => void plans.shift()],
  [
    `breaking: \`policy key_levels.${before.key_levels[0]?.id}\`: lost the scope \`${before.key_levels[0]?.scopes[0]}\`.`,
    ({ key_levels: [level] }) => void level?.scopes.shift(),
  ],
  [
    'breaking: `policy retries.delays_seconds`: went from `10, 30, 120, 600, 1800` to `10, 30`.',
    ({ retries }) => (retries.delays_seconds = [10, 30]),
  ],
  [
    'breaking: `policy pagination.default_size`: went from `25` to `50`.',
    ({ pagination }) => (pagination.default_size = 50),
  ],
  [
    'non-breaking: `policy pagination.max_size`: went from `100` to `200`.',
    ({ pagination }) => (pagination.max_size = 200),
  ],
  [
    'non-breaking: `error code teapot`: a new code, with status 418.',
    ({ errors }) => void errors.push({ ...(errors[0] as Policies['errors'][number]), code: 'teapot', status: 418 }),
  ],
  [
    'breaking: `error code not_found`: its status went from `404` to `410`.',
    ({ errors }) => errors.filter(({ code }) => code === 'not_found').forEach((one) => (one.status = 410)),
  ],
])('%s', (message, edit) => {
  expect(changed(edit)).toEqual([message]);
});

test('texts, and what only a sandbox keeps, are no change of the API', () => {
  const edit = ({ errors, sandbox, recipes }: Policies): void => {
    for (const error of errors) error.fix = 'Other words.';
    sandbox.workspaces = 1;
    recipes.max_count = 1;
  };
  expect(changed(edit)).toEqual([]);
});
