import { expect, it } from 'vitest';
import { reasonOf, toneOf } from './status.ts';

it('names a status and its tone', () => {
  expect([201, 409, 503, 299].map(reasonOf)).toEqual(['Created', 'Conflict', 'Service Unavailable', '']);
  expect([204, 404, 500].map(toneOf)).toEqual(['ok', 'warn', 'error']);
});
