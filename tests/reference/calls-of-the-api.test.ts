import { expect, test } from 'vitest';
import { documentPages, textOf } from './document-pages.ts';

const { view, markdown } = await documentPages(`
security: [{ token: [] }]
paths:
  /a:
    post:
      operationId: subscribe
      callbacks:
        told:
          '{$request.body#/url}':
            post:
              deprecated: true
              externalDocs: { url: 'https://a.example/docs', description: Said elsewhere }
              security: [{ signature: [] }]
              requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
              responses: { '204': { description: Done. } }
        untold:
          '{$request.body#/url}':
            post:
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { '204': { description: Done. } }
      responses:
        '200':
          description: Fine.
          headers:
            X-Always: { required: true, schema: { type: string } }
            X-Sometimes: { schema: { type: string } }
webhooks:
  signed: { post: { operationId: signed, security: [{ signature: [] }], responses: { '204': { description: Done. } } } }
  plain: { post: { operationId: plain, responses: { '204': { description: Done. } } } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    signature: { type: apiKey, in: header, name: X-Signature }
`);
const titles = (access: { title: string }[][]): string[][] => access.map((one) => one.map(({ title }) => title));

test('a callback has its marks, and what it comes with', () => {
  const [told, untold] = view('subscribe').callbacks;
  expect(told?.deprecated).toBe(true);
  expect(titles(told?.access ?? [])).toEqual([['API key']]);
  expect(textOf(told?.content.text)).toContain('Said elsewhere');
  expect(textOf(told?.content.text)).toContain('Payload required');
  expect([untold?.deprecated, untold?.access]).toEqual([false, []]);
  expect(textOf(untold?.content.text)).not.toContain('required');
  expect(markdown('subscribe')).toContain(
    [
      '`POST {$request.body#/url}`',
      '**Deprecated:** new code should not use this.',
      '- Authorization:\n  - [API key](/reference/#auth-signature) (`X-Signature: …`)',
      '[Said elsewhere](https://a.example/docs)',
      'Payload (required)',
    ].join('\n\n'),
  );
  expect(markdown('subscribe').match(/^- Authorization/gm)).toHaveLength(2);
});

test('a webhook comes with what is said of it, not with what callers of the API need', () => {
  expect([titles(view('signed').access), titles(view('plain').access)]).toEqual([[['API key']], []]);
  expect(markdown('signed')).toContain('- Authorization:\n  - [API key]');
  expect(markdown('plain')).not.toContain('Authorization');
});

test('a header that always comes is told from one that may', () => {
  const [response] = view('subscribe').responses.successes;
  expect(textOf(response?.headers?.list.text)).toBe('X-Always string required X-Sometimes string');
  expect(markdown('subscribe')).toContain('- `X-Always` · string · **required**\n- `X-Sometimes` · string\n');
});
