import { join } from 'node:path';
import { areInstalled, installLocked } from './locked-tools.ts';
import { root } from './paths.ts';

const folder = join(root, 'tests/collections/tools');

/** The programs that the collections are printed for, and the parser of AsyncAPI. */
export function hasCollectionTools(): boolean {
  return areInstalled(folder);
}

/** Gets them at first use: 540 MB. */
export async function installCollectionTools(): Promise<void> {
  await installLocked(folder, () =>
    console.log('  Bruno, httpYac, Hoppscotch, Insomnia’s inso and AsyncAPI’s parser into tests/collections/tools …'),
  );
}

/** The whole path of a file of theirs, `httpyac/bin/httpyac.js`. */
export function collectionTool(file: string): string {
  return join(folder, 'node_modules', file);
}
