import { toOpenApi30 } from '../../src/openapi/convert/downgrade.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';

/** The documents as the site offers them. */
export async function generatorDocuments(): Promise<Record<'openapi.json' | 'openapi-3.0.json', string>> {
  const document = await loadDocument(SPEC_FILE);
  return {
    'openapi.json': JSON.stringify(document),
    'openapi-3.0.json': JSON.stringify(toOpenApi30(document)),
  };
}
