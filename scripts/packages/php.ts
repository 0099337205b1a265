import { join } from 'node:path';
import type { PackageBuilder } from './package-builder.ts';
import { runTool, textIn } from './package-builder.ts';

const FOLDER = 'sdks/php';
const ENV = { COMPOSER_DISABLE_NETWORK: '1', COMPOSER_ALLOW_SUPERUSER: '1' };

/** Composer stores the files as they are; this makes a third of them. */
const COMPRESS = '(new PharData($argv[1]))->compressFiles(Phar::GZ);';

/** `orbinto-php-<version>.zip`. */
export const phpPackage: PackageBuilder = {
  name: 'php',
  folder: FOLDER,
  identity: () => ({
    name: 'orbinto/orbinto-php',
    version: phpVersion(),
    licence: textIn(`${FOLDER}/composer.json`, /"license": "([^"]+)"/),
    purl: 'pkg:composer/orbinto/orbinto-php',
  }),
  build(out) {
    const name = `orbinto-php-${phpVersion()}`;
    runTool('composer', ['validate', '--strict', '--no-check-lock'], FOLDER, ENV);
    runTool('composer', ['archive', '--format=zip', `--dir=${out}`, `--file=${name}`], FOLDER, ENV);
    runTool('php', ['-r', COMPRESS, join(out, `${name}.zip`)], FOLDER);
    return [`${name}.zip`];
  },
};

/** By the habit of Composer, the manifest has no version: a tag tells it. The code has it, too. */
export function phpVersion(): string {
  return textIn(`${FOLDER}/src/Internal/Version.php`, /LIBRARY = '([^']+)'/);
}
