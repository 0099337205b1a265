import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package as its licence is told. */
export interface LicensedPackage {
  name: string;
  version: string;
  /** SPDX expression, '' where it says none. */
  licence: string;
  /** What its licence files say. */
  texts: string[];
}

const LICENCE_FILE = /^(?:licen[cs]es?|copying|notice|copyright)(?:[.-](?:md|txt|mit|apache|bsd|isc|ofl)[^/]*)?$/i;

/** Folder of the package that a module is of; nothing for one of the site itself. */
export function packageFolder(module: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(module.replace(/^\0/, ''))?.[0];
}

export async function readPackage(folder: string): Promise<LicensedPackage> {
  const told = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  return {
    name: String(told.name),
    version: String(told.version),
    licence: licenceOf(told.license ?? told.licenses),
    texts: await Promise.all((await licenceFiles(folder)).map(async (file) => (await readFile(file, 'utf8')).trim())),
  };
}

/** Files of a package by their names, and those in a folder of such a name. */
async function licenceFiles(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => LICENCE_FILE.test(name));
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? (await readdir(path)).map((file) => join(path, file)) : [path];
    }),
  );
  return files.flat().sort();
}

/** Older packages write an object, or a list of them. */
function licenceOf(told: unknown): string {
  if (typeof told === 'string') return told;
  return [told]
    .flat()
    .flatMap((one) => (typeof one === 'object' && one !== null && 'type' in one ? String(one.type) : []))
    .join(' OR ');
}
