import { callSamples } from '../generators/sdk/call-sample.ts';
import type { LibraryLanguage } from '../generators/sdk/call-sample.ts';
import { methodsOf } from '../generators/sdk/methods.ts';
import { TypeTable } from '../generators/sdk/type-table.ts';
import type { OpenApiDocument } from '../openapi/document/openapi-document.ts';
import type { LibrarySamples } from './reference/options.ts';

/** The client libraries by what they are installed as, in the order of the languages of samples. */
export const libraries: Readonly<Record<LibraryLanguage, string>> = {
  javascript: '@orbinto/node',
  python: 'orbinto',
  php: 'orbinto/orbinto-php',
  ruby: 'orbinto-ruby',
};

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
    return Object.entries(libraries).map(([language, library]) => ({
      language: language as LibraryLanguage,
      library,
      code: callSamples[language as LibraryLanguage](method),
    }));
  };
}
