import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { hasRawBody, takeRawBody } from './raw-body.ts';
import type { WithRawBody } from './raw-body.ts';

/** A request whose headers have come, and so much of its body. */
function request(length: string | undefined, come: string, complete = false): WithRawBody {
  const incoming = new IncomingMessage(new Socket());
  if (length !== undefined) incoming.headers = { 'content-length': length };
  if (come !== '') incoming.push(come);
  incoming.complete = complete;
  takeRawBody(incoming);
  return incoming;
}

test('a body that has come whole is taken out, and its end is waited for where that has not come', () => {
  const incoming = request('5', 'hello');
  expect([incoming.rawBody?.toString(), hasRawBody(incoming), incoming.readableLength]).toEqual(['hello', true, 0]);
  expect(incoming.readableFlowing).toBe(true);
  const complete = request('5', 'hello', true);
  expect([complete.rawBody?.toString(), complete.readableFlowing]).toEqual(['hello', null]);
});

test.each([
  ['of which a part has come', '6', 'hello'],
  ['that is longer than it says', '4', 'hello'],
  ['of which nothing has come', '5', ''],
  ['that is none', '0', ''],
  ['whose length is not told', undefined, 'hello'],
  ['whose length is no number', 'five', 'hello'],
])('a body %s is left where it is', (_what, length, come) => {
  const incoming = request(length, come);
  expect(hasRawBody(incoming)).toBe(false);
  expect([incoming.readableLength, incoming.readableFlowing]).toEqual([come.length, null]);
});
