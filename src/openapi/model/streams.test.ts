import { expect, test } from 'vitest';
import { streamsOf } from './streams.ts';

test.each([
  ['text/event-stream', 'server-sent events', 'Each event'],
  ['application/json-seq', 'JSON texts, each behind a record separator', 'Each text'],
  ['application/jsonl', 'JSON values, one a line', 'Each value'],
  ['multipart/mixed', 'parts', 'Each part'],
  ['application/octet-stream', 'items', 'Each item'],
])('%s is a stream of %s', (mediaType, of, each) => {
  expect(streamsOf([mediaType])).toEqual({ kinds: [{ names: [mediaType], of }], each });
});

test('streams that are written alike stand together, and of several kinds each has items', () => {
  expect(streamsOf(['application/jsonl', 'text/event-stream', 'application/x-ndjson'])).toEqual({
    kinds: [
      { names: ['application/jsonl', 'application/x-ndjson'], of: 'JSON values, one a line' },
      { names: ['text/event-stream'], of: 'server-sent events' },
    ],
    each: 'Each item',
  });
});
