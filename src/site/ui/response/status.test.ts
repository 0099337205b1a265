import { expect, it } from 'vitest';
import { STATUS_PHRASES } from '../../../generators/status-phrases.ts';
import { reasonOf, toneOf } from './status.ts';

it('names a status and its tone', () => {
  expect([201, 409, 503, 299].map(reasonOf)).toEqual(['Created', 'Conflict', 'Service Unavailable', '']);
  expect([204, 404, 500].map(toneOf)).toEqual(['ok', 'warn', 'error']);
});

it('has the same name of a status as what is printed ahead', () => {
  for (let status = 100; status < 600; status += 1)
    expect([STATUS_PHRASES[status], ''], `${status}`).toContain(reasonOf(status));
});
