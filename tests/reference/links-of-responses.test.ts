import { expect, test } from 'vitest';
import { documentPages, textOf } from './document-pages.ts';

const { view, markdown } = await documentPages(`
paths:
  /one/{id}:
    post:
      operationId: one
      summary: The first
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: Fine.
          links:
            values: { operationId: two, parameters: { filter: { a: 1 }, list: [1, { b: 2 }], plain: $response.body#/id } }
            place: { operationRef: '#/paths/~1one~1%7Bid%7D/post', description: By its place. }
            body: { operationId: two, requestBody: { k: $response.body#/v }, server: { url: 'https://other.example' } }
            far: { operationRef: 'https://example.com/o.yaml#/paths/~1x/get' }
            lost: { operationRef: '#/paths/~1gone/get' }
  /two: { get: { operationId: two, summary: The second, responses: { '204': { description: Done. } } } }
`);

test('a link tells the values, the body and the server that it names, and leads to the operation', () => {
  const [response] = view('one').responses.successes;
  const items = [...(response?.links?.text ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, html]) => html);
  expect(items.map((html) => textOf(html))).toEqual([
    'values : The second filter = {"a":1} list = [1,{"b":2}] plain = $response.body#/id',
    'place : The first By its place.',
    'body : The second , with body {"k":"$response.body#/v"} , at https://other.example',
    'far : https://example.com/o.yaml#/paths/~1x/get',
    'lost : #/paths/~1gone/get',
  ]);
  expect(items[1]).toContain('href="/reference/one/one/"');
  expect(markdown('one')).toContain(
    [
      '- [The second](/reference/two/two/) `filter = {"a":1}` `list = [1,{"b":2}]` `plain = $response.body#/id`',
      '- [The first](/reference/one/one/): By its place.',
      '- [The second](/reference/two/two/), with body `{"k":"$response.body#/v"}`, at `https://other.example`',
      '- [https://example.com/o.yaml#/paths/~1x/get](https://example.com/o.yaml#/paths/~1x/get)',
      '- #/paths/~1gone/get',
    ].join('\n'),
  );
});
