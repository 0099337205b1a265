import type { PackageBuilder } from './package-builder.ts';
import { runTool } from './package-builder.ts';

/** `orbinto-node-<version>.tgz`. */
export const nodePackage: PackageBuilder = {
  name: 'node',
  manifest: 'sdks/node/package.json',
  build(out) {
    const told = runTool('npm', ['pack', '--json', '--pack-destination', out], 'sdks/node');
    return (JSON.parse(told.slice(told.indexOf('['))) as { filename: string }[]).map(({ filename }) => filename);
  },
};
