import { expect, test } from 'vitest';
import { streamText } from './example-stream.ts';

test('an event stream has a `data` line for each line of a value, and an empty line after each event', () => {
  expect(streamText('text/event-stream', { delta: 'a' })).toBe('data: {"delta":"a"}\n\n');
  expect(streamText('text/event-stream; charset=utf-8', [1, 'a\nb'])).toBe('data: 1\n\ndata: a\ndata: b\n\n');
});

test('an object of an event’s fields is one', () => {
  expect(streamText('text/event-stream', { event: 'done', data: { a: 1 }, id: 7 })).toBe(
    'event: done\ndata: {"a":1}\nid: 7\n\n',
  );
  expect(streamText('text/event-stream', { data: 'x', more: 1 })).toBe('data: {"data":"x","more":1}\n\n');
});

test('lines of JSON have one for each item', () => {
  for (const mediaType of [
    'application/x-ndjson',
    'application/jsonl',
    'application/json-lines',
    'application/vnd.x+ndjson',
  ])
    expect(streamText(mediaType, [{ a: 1 }, 2]), mediaType).toBe('{"a":1}\n2\n');
  expect(streamText('application/json-seq', [{ a: 1 }])).toBe('\u001e{"a":1}\n');
});

test('a text is the stream as it is, and what is no stream is not made one', () => {
  expect(streamText('text/event-stream', 'data: a\n\n')).toBeUndefined();
  expect(streamText('application/json', [1])).toBeUndefined();
});
