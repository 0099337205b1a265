import { readdirSync } from 'node:fs';
import type { PackageBuilder } from './package-builder.ts';
import { runTool } from './package-builder.ts';

/** `orbinto-php-<version>.zip`. */
export const phpPackage: PackageBuilder = {
  name: 'php',
  manifest: 'sdks/php/composer.json',
  build(out) {
    const env = { COMPOSER_DISABLE_NETWORK: '1', COMPOSER_ALLOW_SUPERUSER: '1' };
    runTool('composer', ['validate', '--strict'], 'sdks/php', env);
    runTool('composer', ['archive', '--format=zip', `--dir=${out}`], 'sdks/php', env);
    return readdirSync(out).filter((name) => /^orbinto-.*php.*\.zip$/.test(name));
  },
};
