import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sbomOf } from '../../src/generators/sbom.ts';
import type { PackageIdentity } from '../../src/generators/sbom.ts';

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
