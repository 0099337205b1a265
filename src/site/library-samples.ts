import { callSamples } from '../generators/sdk/call-sample.ts';
import { callsOf } from '../generators/sdk/model.ts';
import { methodDeclarations } from '../generators/sdk/declarations.ts';
import type { OpenApiDocument } from '../openapi/document/openapi-document.ts';
import { libraries } from './facts/libraries.ts';
import type { LibrarySamples } from './reference/options.ts';

/** The call of each operation by each client library, and how the library declares it. */
export function librarySamples(document: OpenApiDocument): LibrarySamples {
  const calls = callsOf(document);
  const methods = new Map(calls.methods.map((method) => [method.operationId, method]));
  const declarations = methodDeclarations(calls);
  return ({ operationId }) => {
    const method = methods.get(operationId);
    if (!method) return [];
    return libraries.map(({ sample, name }) => ({
      language: sample,
      library: name,
      code: callSamples[sample](method),
      declaration: declarations[sample](method),
    }));
  };
}
