import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ManualClock } from '../clock.ts';
import { ConnectionCut } from '../http/connection-cut.ts';
import { isCut, ObjectClient } from './cut.ts';

const bytes = new TextEncoder().encode('beg');
const beginning = { status: 201, headers: new Headers({ 'Content-Length': '9', 'X-Of': 'answer' }), bytes };
const client = () =>
  new ObjectClient(new Request('https://sandbox.example/v1', { method: 'POST', body: 'sent' }), '::1');
const lengths: number[] = [];

beforeEach(() => {
  lengths.length = 0;
  vi.stubGlobal(
    'FixedLengthStream',
    class extends TransformStream {
      constructor(length: number) {
        super();
        lengths.push(length);
      }
    },
  );
});
afterEach(() => void vi.unstubAllGlobals());

describe('an answer whose connection is cut', () => {
  test('has its beginning, and breaks off once that has left', async () => {
    const [clock, error, sender] = [new ManualClock(), new ConnectionCut('cut-off'), client()];
    sender.cut(beginning);
    const response = sender.answerCut(error, clock);
    expect([response.status, response.headers.get('X-Of'), lengths]).toEqual([201, 'answer', [9]]);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).value).toEqual(bytes);
    let broken: unknown;
    const rest = reader.read().catch((reason: unknown) => (broken = reason));
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    clock.advance(49);
    await new Promise((resolve) => setImmediate(resolve));
    expect(broken).toBeUndefined();
    clock.advance(1);
    await rest;
    expect(broken).toBe(error);
  });

  test('of which nothing is to arrive breaks at once, and may be asked for again', () => {
    const error = new ConnectionCut('cut-off');
    const sender = client();
    sender.cut();
    expect(() => sender.answerCut(error, new ManualClock())).toThrow(error);
    expect(error).toMatchObject({ retryable: true });
  });
});

test('any other error is no cut', () => {
  const [error, sender] = [new Error('other'), client()];
  sender.cut(beginning);
  expect(() => sender.answerCut(error, new ManualClock())).toThrow(error);
  expect(error).not.toHaveProperty('retryable');
  expect([isCut(error), isCut('text'), isCut(new Error(new ConnectionCut('cut-off').message))]).toEqual([
    false,
    false,
    true,
  ]);
});

test('the object reads the body that came with the request', async () => {
  expect(new TextDecoder().decode(await client().readBody())).toBe('sent');
});
