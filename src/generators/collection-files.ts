import { strToU8, zipSync } from 'fflate';
import { brunoFiles } from './bruno/bruno.ts';
import type { Collection } from './collection/collection.ts';
import type { CollectionEnvironment } from './collection/environments.ts';
import { hoppscotchCollection, hoppscotchEnvironment } from './hoppscotch/hoppscotch.ts';
import { httpEnvironments, httpFile } from './http-file/http-file.ts';
import { hurlFile, hurlVariables } from './hurl/hurl.ts';
import { insomniaExport } from './insomnia/insomnia.ts';

/** Texts by their paths. */
export type Files = ReadonlyMap<string, string>;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A collection for each program but Postman, by its path: a folder a program.
 * @param prefix begins the names of the files, so that a folder of downloads tells whose they are
 */
export function collectionFiles(
  collection: Collection,
  environments: readonly CollectionEnvironment[],
  prefix: string,
): Files {
  return new Map([
    ...[...brunoFiles(collection, environments)].map(([path, text]): [string, string] => [`bruno/${path}`, text]),
    [`http/${prefix}.http`, httpFile(collection)],
    // The editors find it by this name.
    ['http/http-client.env.json', json(httpEnvironments(collection, environments))],
    [`hurl/${prefix}.hurl`, hurlFile(collection)],
    ...environments.map((one): [string, string] => [
      `hurl/${prefix}-${one.id}.properties`,
      hurlVariables(collection, one),
    ]),
    [`insomnia/${prefix}-insomnia.json`, json(insomniaExport(collection, environments, prefix))],
    [`hoppscotch/${prefix}-hoppscotch.json`, json(hoppscotchCollection(collection))],
    ...environments.map((one): [string, string] => [
      `hoppscotch/${prefix}-hoppscotch-${one.id}.json`,
      json(hoppscotchEnvironment(collection, one, prefix)),
    ]),
  ]);
}

/** The same files give the same bytes, in whatever time zone: a zip's times have none. */
export function zipFiles(files: Files, folder: string): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) }));
}
