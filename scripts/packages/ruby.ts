import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageBuilder } from './package-builder.ts';
import { runTool } from './package-builder.ts';

const MANIFEST = 'orbinto-ruby.gemspec';

/** `orbinto-ruby-<version>.gem`. */
export const rubyPackage: PackageBuilder = {
  name: 'ruby',
  manifest: `sdks/ruby/${MANIFEST}`,
  build(out) {
    const told = runTool('gem', ['build', MANIFEST], 'sdks/ruby');
    const file = /File: (\S+\.gem)/.exec(told)?.[1] ?? '';
    runTool('mv', [file, join(out, file)], 'sdks/ruby');
    return readdirSync(out).filter((name) => name === file);
  },
};
