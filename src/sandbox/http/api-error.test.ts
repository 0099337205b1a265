import { expect, test } from 'vitest';
import { ApiError, fill } from './api-error.ts';

test('a message has the values that are given, and keeps the places of those that are not', () => {
  expect(fill('{a} of {b}, {toString}', { a: 'x' })).toBe('x of {b}, {toString}');
  expect(fill('{a}{a}', { a: 0 })).toBe('00');
});

test('one of something is no plural', () => {
  expect(fill('{limit} items', { limit: 1 })).toBe('1 item');
  expect(fill('{limit} items', { limit: 2 })).toBe('2 items');
  expect(fill('{limit} items', { limit: 11 })).toBe('11 items');
  expect(fill('{limit} of all', { limit: 1 })).toBe('1 of all');
  expect(fill('{limit} itemset', { limit: 1 })).toBe('1 itemset');
});

test('an error names its parameter in its message and in its body, where it has one', () => {
  const error = new ApiError('missing_parameter', { param: 'email' });
  expect(error.message).toContain('email');
  expect(error.body('req_1')).toEqual({
    error: {
      type: 'validation_error',
      code: 'missing_parameter',
      message: error.message,
      param: 'email',
      status: 422,
      request_id: 'req_1',
    },
  });
  const nameless = new ApiError('missing_parameter');
  expect(nameless.message).toContain('{param}');
  expect((nameless.body('req_1') as { error: object }).error).not.toHaveProperty('param');
  expect(new ApiError('internal_error', { message: 'So.' })).toMatchObject({ message: 'So.', headers: {} });
});
