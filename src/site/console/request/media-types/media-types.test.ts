import { describe, expect, it, test } from 'vitest';
import { uploadOperation } from '../../../../../tests/fixtures/upload-operation.ts';
import { bodyExamples, contentOf, exampleInput } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import { checkBody } from '../check/check-body.ts';
import { checkFiles } from '../check/check-files.ts';
import { requestOf, sendable } from '../make-request.ts';
import { keepFile } from './keep-file.ts';

const operation = uploadOperation();
const cover = new File(['cover'], 'cover.jpg', { type: 'image/jpeg' });
const leaf = new File(['leaf'], 'leaf.jpg', { type: 'image/jpeg' });
const files = new Map([cover, leaf].map((file) => [file.name, file]));

/** The document's example of a media type, or another text. */
function callOf(mediaType: string, text?: string): RequestInput {
  const call = { values: {}, body: '', mediaType };
  return { ...call, body: text ?? bodyExamples(contentOf(operation, call))[0]?.text ?? '' };
}

function sent(call: RequestInput) {
  const request = sendable(requestOf(operation, call, 'https://x'), call, '', files);
  return { ...request, headers: Object.fromEntries(request.headers) };
}

describe('a body is sent as the chosen media type', () => {
  it('is the first of the document’s unless one is chosen', () => {
    const call = exampleInput(operation);
    expect(sent(call)).toMatchObject({ headers: { 'Content-Type': 'application/json' }, body: call.body });
  });

  it('is a form: a list is its items, an object is JSON', () => {
    expect(sent(callOf('application/x-www-form-urlencoded'))).toMatchObject({
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'title=Tree&tags=oak&tags=old&meta=%7B%22height%22%3A3%7D',
    });
  });

  it('is multipart: files from a reference and a list, the media type of the encoding or else the file’s, an object as JSON', async () => {
    const body = { title: 'Tree', meta: { height: 3 }, cover: 'cover.jpg', photos: ['leaf.jpg', 'cover.jpg'] };
    const { body: sentBody, headers } = sent(callOf('multipart/form-data', JSON.stringify(body)));
    expect(headers).toEqual({});
    expect(await new Response(sentBody).text()).toMatch(/name="meta"\r\nContent-Type: application\/json\r\n\r\n{/);
    const form = await new Response(sentBody).formData();
    expect([...form.keys()]).toEqual(['title', 'meta', 'cover', 'photos', 'photos']);
    const parts = await Promise.all(
      [...form.values()].map(async (part) =>
        typeof part === 'string' ? part : [part.name, part.type, await part.text()],
      ),
    );
    expect(parts).toEqual([
      'Tree',
      '{"height":3}',
      ['cover.jpg', 'image/x-test', 'cover'],
      ['leaf.jpg', 'image/jpeg', 'leaf'],
      ['cover.jpg', 'image/jpeg', 'cover'],
    ]);
  });

  it('is text to the letter', () => {
    expect(callOf('application/xml').body).toContain('<title>Tree</title>');
    expect(sent(callOf('application/xml', '<a> '))).toMatchObject({
      headers: { 'Content-Type': 'application/xml' },
      body: '<a> ',
    });
  });

  it('is a file, of a media type within the document’s range', () => {
    const { headers, body } = sent(callOf('image/*', 'leaf.jpg'));
    expect(body).toBe(leaf);
    expect(headers).toEqual({ 'Content-Type': 'image/jpeg' });
  });
});

test('the samples name the files as they are named in the body, or by their field', () => {
  const { body } = requestOf(
    operation,
    callOf('multipart/form-data', '{"cover": "a.png", "photos": [""]}'),
    'https://x',
  );
  expect(body).toEqual([
    ['cover', { file: 'a.png', type: 'image/x-test' }],
    ['photos', { file: 'photos.bin' }],
  ]);
});

test('files that are not there are asked for at their field', () => {
  const told = (call: RequestInput) => checkFiles(operation, call, files).map(({ field, message }) => [field, message]);
  const body = { cover: 'cover.jpg', photos: ['leaf.jpg', 'gone.jpg', ''], thumbnail: null };
  expect(told(callOf('multipart/form-data', JSON.stringify(body)))).toEqual([
    ['body/photos/1', 'Choose the file gone.jpg again.'],
    ['body/photos/2', 'Choose a file.'],
  ]);
  expect(told(callOf('image/*', 'gone.jpg'))).toEqual([['body', 'Choose the file gone.jpg again.']]);
  expect(told(callOf('image/*', 'leaf.jpg'))).toEqual([]);
  expect(told(exampleInput(operation))).toEqual([]);
});

test('a body is checked against the schema of its media type, text against none', () => {
  const text = '{"title": "a title of more than twenty characters"}';
  expect(checkBody(operation, callOf('multipart/form-data', text))).toMatchObject([{ field: 'body/title' }]);
  expect(checkBody(operation, callOf('text/plain', text))).toEqual([]);
});

describe('keepFile', () => {
  const named = (name: string) => new File([], name);

  it('gives another file of the same name a name of its own', () => {
    const kept = new Map<string, File>();
    const chosen = ['image.jpg', 'image.jpg', 'image.jpg', 'x.tar.gz', 'x.tar.gz', 'none', 'none'].map((name) =>
      keepFile(kept, named(name), ''),
    );
    expect(chosen).toEqual(['image.jpg', 'image-2.jpg', 'image-3.jpg', 'x.tar.gz', 'x.tar-2.gz', 'none', 'none-2']);
    expect([...kept.keys()]).toEqual(chosen);
  });

  it('forgets the file whose place another takes', () => {
    const kept = new Map<string, File>();
    keepFile(kept, named('a.txt'), '');
    const again = named('a.txt');
    expect(keepFile(kept, again, 'a.txt')).toBe('a.txt');
    expect([...kept.values()]).toEqual([again]);
  });
});
