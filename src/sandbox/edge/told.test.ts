import { expect, test } from 'vitest';
import type { Told } from './told.ts';
import { tell, told } from './told.ts';

test.each<Told>([
  { purpose: 'address', address: '203.0.113.7' },
  { purpose: 'workspace', address: '2001:db8::1', name: 'temp_abc' },
  { purpose: 'count-made', address: '' },
  { purpose: 'count-named', address: 'an odd address' },
])('an object is told %j', (what) => {
  const headers = new Headers({ 'Orbinto-Told': 'address x forged' });
  tell(headers, what);
  expect(told(headers)).toEqual(what);
});

test('a request that tells nothing is for a workspace', () => {
  expect(told(new Headers())).toEqual({ purpose: 'workspace', address: '' });
});
