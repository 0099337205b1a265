import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a package is, as its registry names it. */
export interface PackageIdentity {
  name: string;
  version: string;
  /** Of the SPDX list. */
  licence: string;
  /** Its package URL without the version, `pkg:npm/%40orbinto/node`. */
  purl: string;
  /** What is inside of it that others have made; nothing when omitted. */
  components?: readonly Component[];
}

/** Somebody else's package. */
export type Component = Omit<PackageIdentity, 'components'>;

/**
 * Writes the bill of materials of each built file beside it, `<file>.cdx.json`.
 * @param out the folder of the files
 * @returns the names of what was written
 */
export function writeSboms(out: string, files: readonly string[], identity: PackageIdentity): string[] {
  return files.map((file) => {
    const name = `${file}.cdx.json`;
    const digest = createHash('sha256')
      .update(readFileSync(join(out, file)))
      .digest('hex');
    writeFileSync(join(out, name), `${JSON.stringify(sbomOf(identity, digest), null, 2)}\n`);
    return name;
  });
}

/**
 * CycloneDX 1.5 of a package that depends on nothing but what is inside of it. Without a time in it: the same file has the same bill.
 * @param digest SHA-256 of the file
 */
export function sbomOf(identity: PackageIdentity, digest: string): object {
  const { components = [], ...own } = identity;
  const ref = refOf(own);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { ...told(own), hashes: [{ alg: 'SHA-256', content: digest }] },
    },
    components: components.map(told),
    dependencies: [
      { ref, dependsOn: components.map(refOf) },
      ...components.map((component) => ({ ref: refOf(component), dependsOn: [] })),
    ],
  };
}

function refOf({ purl, version }: Component): string {
  return `${purl}@${version}`;
}

function told(component: Component): object {
  const { name, version, licence } = component;
  const ref = refOf(component);
  return { type: 'library', 'bom-ref': ref, name, version, licenses: [{ license: { id: licence } }], purl: ref };
}
