import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseBody, readBody, readBytes } from './body.ts';
import { requireJsonType } from './media-type.ts';

const text = (length: number) => 'x'.repeat(length);
const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://sandbox/v1/contacts', { method: 'POST', body, headers, ...{ duplex: 'half' } });
const chunked = (...chunks: string[]) => {
  const start = (controller: ReadableStreamDefaultController): void => {
    for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
    controller.close();
  };
  return post(new ReadableStream({ start }));
};
const json = { 'Content-Type': 'application/json' };

function readsBodies(): void {
  test('of exactly the limit is read, one byte more is a 413', async () => {
    expect(await readBytes(post(text(10)), 10)).toHaveLength(10);
    await expect(readBytes(post(text(11)), 10)).rejects.toMatchObject({ status: 413 });
  });

  test('counts in bytes, not in characters', async () => {
    expect(await readBytes(post('é'.repeat(5)), 10)).toHaveLength(10);
    await expect(readBytes(post('é'.repeat(5)), 9)).rejects.toMatchObject({ status: 413 });
  });

  test('in chunks is read to exactly the limit, too', async () => {
    expect(await readBytes(chunked('12345', '67890'), 10)).toHaveLength(10);
    await expect(readBytes(chunked('12345', '67890', '1'), 10)).rejects.toMatchObject({ status: 413 });
  });

  test('with its length announced obeys the limit, whatever was announced', async () => {
    expect(await readBytes(post(text(10), { 'Content-Length': '10' }), 10)).toHaveLength(10);
    await expect(readBytes(post(text(5), { 'Content-Length': '11' }), 10)).rejects.toMatchObject({ status: 413 });
    await expect(readBytes(post(text(11), { 'Content-Length': '1' }), 10)).rejects.toMatchObject({ status: 413 });
  });

  test('is parsed as JSON', async () => {
    const text = '{"email":"ada@example.com"}';
    expect(await readBody(post(text, json))).toEqual({ text, value: { email: 'ada@example.com' } });
    await expect(readBody(post('{', json))).rejects.toMatchObject({ code: 'invalid_json' });
  });

  test('that is absent is empty, and undefined where it is optional', async () => {
    expect(await readBytes(post(null), 10)).toHaveLength(0);
    expect(parseBody(post(null), new Uint8Array(), 'optional').value).toBeUndefined();
    expect(() => parseBody(post(null), new Uint8Array(), 'required')).toThrow(
      expect.objectContaining({ code: 'invalid_json' }) as Error,
    );
  });

  test('that is optional may lack a type, and has to have one once it is there', () => {
    requireJsonType(post(null), 'optional');
    expect(() => requireJsonType(post('{}'), 'required')).toThrow(expect.objectContaining({ status: 415 }));
    const untyped = post(new Blob(['{}']));
    expect(() => parseBody(untyped, new Uint8Array(2), 'optional')).toThrow(expect.objectContaining({ status: 415 }));
  });
}

describe('a body', readsBodies);

describe('a body in an engine without Request.prototype.body', () => {
  const member = Object.getOwnPropertyDescriptor(Request.prototype, 'body');
  beforeEach(() => void Reflect.deleteProperty(Request.prototype, 'body'));
  afterEach(() => void Object.defineProperty(Request.prototype, 'body', member ?? {}));

  readsBodies();
});
