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
  [
    'breaking: `policy pagination.default_page`: went from `1` to `0`.',
    ({ pagination }) => (pagination.default_page = 0),
  ],
  [
    'non-breaking: `policy retries.first_attempt_within_seconds`: went from `5` to `1`.',
    ({ retries }) => (retries.first_attempt_within_seconds = 1),
  ],
  [
    'breaking: `policy retries.delays_seconds`: went from `10, 30, 120, 600, 1800` to `1, 1, 1, 1, 1, 1`.',
    ({ retries }) => (retries.delays_seconds = [1, 1, 1, 1, 1, 1]),
  ],
  [
    'non-breaking: `policy retries.delays_seconds`: went from `10, 30, 120, 600, 1800` to `3600`.',
    ({ retries }) => (retries.delays_seconds = [3600]),
  ],
  [
    'non-breaking: `plan`: has the new plan `gift`.',
    ({ plans }) => plans.push({ ...(plans[0] as Policies['plans'][number]), id: 'gift' }),
  ],
  [
    'non-breaking: `policy limits.body_bytes`: went from `1048576` to none.',
    ({ limits }) => delete (limits as Partial<typeof limits>).body_bytes,
  ],
  [
    'non-breaking: `policy key_levels.read`: has the new scope `all`.',
    ({ key_levels: [level] }) => level?.scopes.push('all'),
  ],
  [
    'breaking: `error code not_found`: the code was removed.',
    (one) => (one.errors = one.errors.filter(({ code }) => code !== 'not_found')),
  ],
  [
    'breaking: `error code not_found`: its type went from `api_error` to `validation_error`.',
    ({ errors }) => errors.filter(({ code }) => code === 'not_found').forEach((one) => (one.type = 'validation_error')),
  ],
  ['breaking: `policy cors.allow_methods`: lost the name `GET`.', ({ cors }) => cors.allow_methods.shift()],
  [
    'non-breaking: `policy cors.expose_headers`: has the new name `X-New`.',
    ({ cors }) => cors.expose_headers.push('X-New'),
  ],
])('%s', (message, edit) => {
  expect(changed(edit)).toEqual([message]);
});

test('a limit that was not there before takes something away, a default does not', () => {
  const old = structuredClone(before);
  delete (old.limits as Partial<typeof old.limits>).nesting_levels;
  delete (old.pagination as Partial<typeof old.pagination>).default_page;
  delete (old as Partial<Policies>).cors;
  expect(policyChanges({ before: old, after: before })).toMatchObject([
    { severity: 'breaking', kind: 'added', message: '`policy limits.nesting_levels`: a new rule: `100`.' },
    { severity: 'non-breaking', kind: 'added', message: '`policy pagination.default_page`: a new rule: `1`.' },
  ]);
});

test('texts, and what only a sandbox keeps, are no change of the API', () => {
  const edit = ({ errors, sandbox, recipes }: Policies): void => {
    for (const error of errors) error.fix = 'Other words.';
    sandbox.workspaces = 1;
    recipes.max_count = 1;
  };
  expect(changed(edit)).toEqual([]);
});
