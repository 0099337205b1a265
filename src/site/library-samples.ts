import { callSamples } from '../generators/sdk/call-sample.ts';
import { methodsOf } from '../generators/sdk/methods.ts';
import { TypeTable } from '../generators/sdk/type-table.ts';
import type { OpenApiDocument } from '../openapi/document/openapi-document.ts';
import { libraries } from './facts/libraries.ts';
import type { LibrarySamples } from './reference/options.ts';

/** The call of each operation by each client library. */
export function librarySamples(document: OpenApiDocument): LibrarySamples {
  const methods = new Map(
    methodsOf(document, document.externalDocs?.url ?? 'http://localhost', new TypeTable(document)).map((method) => [
      method.operationId,
      method,
    ]),
  );
  return ({ operationId }) => {
    const method = methods.get(operationId);
    if (!method) return [];
    return libraries.map(({ sample, name }) => ({
      language: sample,
      library: name,
      code: callSamples[sample](method),
    }));
  };
}
