import { expect, test } from 'vitest';
import { requestExamples, responseExamples } from '../../src/site/reference/view/samples-view.ts';
import { documentPages, textOf } from './document-pages.ts';

const { document, reference, markdown } = await documentPages(`
paths:
  /a:
    post:
      operationId: send
      requestBody:
        content:
          application/json: { schema: { type: object }, example: { x: 1 } }
          application/vnd.acme.v2+json: { schema: { type: object }, examples: { two: { value: { y: 2 } } } }
          multipart/form-data: { schema: { type: object }, example: { part: 3 } }
          application/x-www-form-urlencoded: { schema: { type: object, properties: { made: { const: 4 } } } }
          text/json: { schema: { type: object }, example: { x: 1 } }
      responses:
        '200':
          description: Both.
          content:
            application/json: { schema: { type: object }, example: { v: 1 } }
            text/plain: { examples: { a: { summary: Plain *A*, value: first }, b: { value: second } } }
        '422':
          description: Bad.
          content:
            application/problem+json: { schema: { type: object, properties: { p: { const: made } } } }
            text/html: { example: <h1>Given</h1> }
        default:
          description: Worse.
          content: { application/json: { schema: { type: object, properties: { q: { const: made } } } } }
`);
const { operation } = reference.operations.get('send') ?? expect.unreachable();
const shown = (text: string): string => text.replace(/\s+/g, ' ');
const headings = [...markdown('send').matchAll(/^#+ Example.*$/gm)].map(([line]) => line);

test('of a request, what the document gives in each further format is shown once', () => {
  const { others } = requestExamples(reference, operation);
  expect(others.map(({ title, code }) => [title, textOf(code.text)])).toEqual([
    ['application/vnd.acme.v2+json', '{ "y" : 2 }'],
    ['multipart/form-data', '{ "part" : 3 }'],
  ]);
  expect(headings.filter((line) => line.startsWith('### '))).toEqual([
    '### Example',
    '### Example: application/vnd.acme.v2+json',
    '### Example: multipart/form-data',
  ]);
  expect(shown(markdown('send'))).toContain('{ "y": 2 }');
});

test('of a response, all that the document gives of a further format are shown, of an error those alone', () => {
  expect(responseExamples(document, operation).map(({ status, title }) => [status, title])).toEqual([
    ['200', ''],
    ['200', 'text/plain: Plain A'],
    ['200', 'text/plain: b'],
    ['422', 'text/html'],
  ]);
  expect(headings.filter((line) => line.startsWith('#### '))).toEqual([
    '#### Example',
    '#### Example: text/plain: Plain *A*',
    '#### Example: text/plain: b',
    '#### Example: text/html',
  ]);
});
