import { globSync } from 'node:fs';
import { loadDocument, loadPolicies, SPEC_FILE } from '../src/openapi/document/load.ts';
import { sdkLanguages } from '../src/generators/sdk/languages.ts';
import type { SdkLanguage } from '../src/generators/sdk/languages.ts';
import { sdkModel } from '../src/generators/sdk/model.ts';
import { root } from './paths.ts';

/** A file of a client library, by its path from the root. */
export interface SdkFile {
  path: string;
  render: () => string;
}

/**
 * What the printers of the client libraries give for the spec.
 * @throws when a printer names a file outside of a folder `generated/`: people's files and printed ones never share one
 */
export async function sdkFiles(languages: readonly SdkLanguage[] = sdkLanguages): Promise<SdkFile[]> {
  const model = sdkModel(await loadDocument(SPEC_FILE), await loadPolicies());
  return languages.flatMap(({ id, print }) =>
    [...print(model)].map(([name, text]): SdkFile => {
      if (!/(?:^|\/)generated\/[^/]/.test(name) || name.includes('..'))
        throw new Error(`The printer of ${id} names ${name}, which is in no folder generated/`);
      return { path: `sdks/${id}/${name}`, render: () => `${text.trimEnd()}\n` };
    }),
  );
}

/** Files in the `generated/` folders of the libraries that no printer names, as paths from the root. */
export function leftoverSdkFiles(printed: readonly string[], cwd = root): string[] {
  const known = new Set(printed);
  const compiled = /(?:^|\/)__pycache__\//;
  return globSync('sdks/*/**/generated/**/*.*', { cwd, exclude: ['**/node_modules/**', '**/vendor/**', '**/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !known.has(path) && !compiled.test(path))
    .sort();
}
