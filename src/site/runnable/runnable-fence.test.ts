import { satteri } from '@astrojs/markdown-satteri';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeFrame, codeTheme } from '../code-blocks.ts';
import { runnableFences } from './fence-plugin.ts';
import { loadDocument, SPEC_FILE } from '../../openapi/document/load.ts';
import { guideApi } from './guide-api.ts';
import { BlockError } from './http-message.ts';
import { asksToRun, readFence } from './runnable-fence.ts';
import type { FenceApi } from './runnable-fence.ts';

let api: FenceApi;
beforeAll(async () => {
  api = guideApi(await loadDocument(SPEC_FILE));
});

const read = (text: string, meta = 'run') => readFence(text, meta, api);

describe('a runnable block', () => {
  test('gives its request, the documented success and the page of its operation', () => {
    const text =
      'POST /v1/contacts\nAuthorization: Bearer $ORBINTO_API_KEY\nContent-Type: application/json\n\n{"email": "a@example.com"}';
    expect(read(text)).toEqual({
      method: 'POST',
      target: '/contacts',
      headers: [
        ['Authorization', 'Bearer $ORBINTO_API_KEY'],
        ['Content-Type', 'application/json'],
      ],
      body: '{"email": "a@example.com"}',
      status: 201,
      operation: '/reference/contacts/create-contact/',
    });
  });

  test('may name a recipe to break it by, and be about a connection that is cut', () => {
    const cut = read('GET /v1/contacts', 'run=cut recipe=lost-answer');
    expect(cut).toMatchObject({ status: 0, recipe: 'lost-answer' });
    expect(read('GET /v1/contacts', 'recipe=slow-headers run')).toMatchObject({ status: 200, recipe: 'slow-headers' });
    expect(read('GET /v1/contacts')).not.toHaveProperty('recipe');
  });

  test('is told from others by a word of its meta', () => {
    expect(['run', 'title="a" run', 'run=404 title="a"'].map(asksToRun)).toEqual([true, true, true]);
    expect(['', 'title="a"', 'runnable', 'prerun'].map(asksToRun)).toEqual([false, false, false, false]);
  });

  test.each([
    ['GET contacts', 'run', 1, 'names a path that begins with “/”'],
    ['FETCH /v1/contacts', 'run', 1, 'begins with a line such as'],
    ['GET /v2/contacts', 'run', 1, 'is not below /v1'],
    ['GET /v1/contact', 'run', 1, 'is no operation of the API: GET /v1/contact'],
    ['DELETE /v1/contacts', 'run', 1, 'is no operation'],
    ['GET /v1/contacts?colour=green', 'run', 1, 'not documented: colour'],
    ['GET /v1/contacts\nAuthorization', 'run', 2, 'without “name: value”'],
    ['POST /v1/contacts\nAccept: */*\n\n{}', 'run', 4, 'no “Content-Type: application/json”'],
    ['POST /v1/contacts\nContent-Type: application/json\n\n{', 'run', 4, 'is not JSON'],
    ['GET /v1/contacts', 'run=four', 0, 'is no status'],
    ['GET /v1/contacts', 'run=cut', 0, 'is no status'],
    ['GET /v1/contacts', 'run=cut recipe=lost-anwser', 0, 'a recipe that there is not, “lost-anwser”'],
  ])('that cannot be run is refused: %s', (text, meta, line, message) => {
    const refusal = (): unknown => {
      try {
        return read(text, meta);
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toBeInstanceOf(BlockError);
    expect(refusal()).toMatchObject({ line });
    expect((refusal() as BlockError).message).toContain(message);
  });

  test('may break the rule that it is about', () => {
    expect(read('GET /v1/contacts?colour=green', 'run=400')).toMatchObject({ status: 400 });
    expect(read('GET /v1/nothing', 'run=404')).toMatchObject({ target: '/nothing', status: 404 });
  });
});

describe('in a page', () => {
  const render = async (text: string) => {
    const renderer = await satteri({ mdastPlugins: [runnableFences(api)] }).createRenderer({
      syntaxHighlight: { type: 'shiki' },
      shikiConfig: { theme: codeTheme, transformers: [codeFrame] },
    });
    return (await renderer.render(text, { fileURL: pathToFileURL('/site/guide.md') })).code;
  };

  test('it gets a Run button and carries its request; other blocks get neither', async () => {
    const html = await render('Text\n\n```http run\nGET /v1/contacts\n```\n');
    expect(html).toContain('class="ob-run-button"');
    expect(html).toContain('data-runnable=');
    expect(html).toContain('/reference/contacts/list-contacts/');
    expect(await render('```http\nGET /v1/contacts\n```\n')).not.toMatch(/ob-run-button|data-runnable/);
  });

  test('one that is no program says so', async () => {
    const label = ' · illustration</span></figcaption>';
    expect(await render('```http title="Headers" illustration\nHTTP/1.1 200 OK\n```\n')).toContain(label);
    expect(await render('```http title="An illustration"\nHTTP/1.1 200 OK\n```\n')).not.toContain(label);
  });

  test('one that cannot be run stops the build with file and line', async () => {
    const text = 'Text\n\n```http run\nGET /v1/contacts\nAuthorization\n```\n';
    await expect(render(text)).rejects.toThrow('/site/guide.md:5: this runnable block has a header');
    await expect(render('```bash run\ncurl\n```\n')).rejects.toThrow('guide.md:1: this runnable block must be');
  });
});
