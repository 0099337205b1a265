/**
 * `npm run release`: keeps the specification as it is now as a released one, `spec/releases/<version>/`, from which the changelog
 * is computed. The version is that of the document; its prose goes to `content/changelog/<version>.md`.
 * `npm run release -- FOLDER` takes another folder than `spec/`: that of an older commit.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { DocumentError, loadDocument } from '../src/openapi/document/load.ts';
import { root } from './paths.ts';

/** @returns what to tell, and whether it was done */
async function release(folder: string): Promise<{ text: string; isDone: boolean }> {
  const document = await loadDocument(join(folder, 'openapi.yaml'));
  const { version } = document.info;
  const target = join(root, 'spec/releases', version);
  if (existsSync(target))
    return { text: `${version} is released. Raise info.version in spec/openapi.yaml first.`, isDone: false };
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'openapi.yaml'), stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }));
  await cp(join(folder, 'policies.yaml'), join(target, 'policies.yaml'));
  return {
    text: `Kept spec/releases/${version}/. Rename content/changelog/next.md to ${version}.md, with version and date.`,
    isDone: true,
  };
}

try {
  const { text, isDone } = await release(process.argv[2] ?? join(root, 'spec'));
  console[isDone ? 'log' : 'error'](text);
  if (!isDone) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
