import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { generateDocument } from './generated.ts';

/** An OpenAPI document to build from. */
export interface Source {
  readonly name: string;
  readonly file: string;
}

const shared = join(root, '..', 'shared', 'specs');

/** A real document of that name if it lies beside the repository. */
function real(name: string, file: string): Source | undefined {
  const path = join(shared, file);
  return existsSync(path) ? { name, file: path } : undefined;
}

/** A generated one, written into `folder`. */
export async function generated(operations: number, folder: string): Promise<Source> {
  const file = join(folder, `generated-${operations}.json`);
  await writeFile(file, JSON.stringify(generateDocument(operations)));
  return { name: `generated, ${operations} operations`, file };
}

/** The large document to build, and an operation of it to look at: DigitalOcean's, else one of as many operations. */
export async function largeDocument(folder: string): Promise<Source & { readonly operation: string }> {
  const found = real('DigitalOcean', 'digitalocean.json');
  return found
    ? { ...found, operation: 'droplets_create' }
    : { ...(await generated(659, folder)), operation: 'create-resource-60' };
}

/** The one with deep schemas: Adyen's, else the repository's own. */
export function deepDocument(): Source {
  return real('Adyen Checkout', 'adyen-checkout.json') ?? { name: 'Orbinto', file: join(root, 'spec', 'openapi.yaml') };
}
