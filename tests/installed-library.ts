import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Library from '../src/sandbox/library/orbinto-sandbox.ts';

/** The folder of the installed package that the suites run on in the place of the sources, where one is named. */
export const installedPackage = process.env['SANDBOX_PACKAGE'];

/** Its library. */
export const installedLibrary =
  installedPackage === undefined ? undefined : await importLibrary(join(installedPackage, 'dist/sandbox.js'));

async function importLibrary(file: string): Promise<typeof Library> {
  return (await import(pathToFileURL(file).href)) as typeof Library;
}
