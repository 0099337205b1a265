import type { Files } from '../../generators/collection-files.ts';
import { collectionFiles, zipFiles } from '../../generators/collection-files.ts';
import { collectionOf } from '../../generators/collection/collection.ts';
import type { CollectionOptions } from '../../generators/collection/collection.ts';
import type { CollectionEnvironment } from '../../generators/collection/environments.ts';
import { postmanEnvironment } from '../../generators/postman-environment.ts';
import { postmanCollection } from '../../generators/postman.ts';
import { apiDocument, liveServer, mockServer, operationAddress } from './spec.ts';

/** The sandbox on the reader's machine, whose key is public, and the live API, for which they fill in theirs. */
export const environments = {
  sandbox: { id: 'sandbox', name: 'Development (sandbox)', baseUrl: mockServer(), apiKey: 'sk_test_admin' },
  production: { id: 'production', name: 'Production', baseUrl: liveServer(), apiKey: '' },
} satisfies Record<string, CollectionEnvironment>;

type Site = URL | undefined;

/** Without an address of the site, for who asks for the names of the files only, nothing is linked. */
const options = (site: Site): CollectionOptions =>
  site ? { documentation: (operation) => new URL(operationAddress(operation), site).href } : {};

/** Every operation as a Postman request. */
export const postman = (site: Site) => postmanCollection(apiDocument, options(site));

const all = (site: Site): Files =>
  collectionFiles(collectionOf(apiDocument, options(site)), Object.values(environments), 'orbinto');

/** The files that are offered by themselves, by name. Bruno's collection is a folder, so it is in the zip alone. */
export function singleFiles(site: Site): Files {
  const files = [...all(site)].filter(([path]) => !path.startsWith('bruno/'));
  return new Map(files.map(([path, text]) => [path.slice(path.indexOf('/') + 1), text]));
}

/** The collections for all programs, Postman among them. */
export function allInOneZip(site: Site): Uint8Array<ArrayBuffer> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return zipFiles(
    new Map([
      ...all(site),
      ['postman/orbinto-postman-collection.json', json(postman(site))],
      ...Object.values(environments).map(({ id, ...values }): [string, string] => [
        `postman/orbinto-postman-${id}.json`,
        json(postmanEnvironment(values)),
      ]),
    ]),
    'orbinto-collections',
  );
}
