import { describe, expect, test } from 'vitest';
import { languages } from '../../src/generators/samples/languages.ts';
import { joinTexts } from '../../src/generators/samples/request.ts';
import { sampleRequest } from '../../src/generators/samples/sample-request.ts';
import { secretVariables } from '../../src/generators/samples/secret-variables.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { oddRequests } from './odd-requests.ts';

const document = await loadDocument(new URL('requests.yaml', import.meta.url));
const operations = listOperations(document);
const secretVariable = secretVariables(operations, 'API_KEY');
const server = 'https://api.example.com/v1';

const requests = [
  ...operations.map((operation) => {
    const bundled = bundleOperation(document, operation);
    return [operation.operationId, sampleRequest(bundled, { server, secretVariable })] as const;
  }),
  ...Object.entries(oddRequests).map(
    ([name, { request }]) => [name, { ...request, url: joinTexts(server, request.url) }] as const,
  ),
];

// `requests.slow.test.ts` runs the same code against a server. Here a change of its text is seen at once: `npx vitest -u` keeps it.
describe.each(languages)('the samples in $label', ({ id, print }) => {
  test('are printed as they were when they were run', async () => {
    const text = requests.map(([name, request]) => `### ${name}\n${print(request)}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`printed/${id}.txt`);
  });
});
