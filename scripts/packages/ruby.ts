import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageBuilder } from './package-builder.ts';
import { runTool, textIn } from './package-builder.ts';

const MANIFEST = 'orbinto-ruby.gemspec';

/** `orbinto-ruby-<version>.gem`. */
export const rubyPackage: PackageBuilder = {
  name: 'ruby',
  folder: 'sdks/ruby',
  identity: () => ({
    name: 'orbinto-ruby',
    version: textIn('sdks/ruby/lib/orbinto/version.rb', /VERSION = "([^"]+)"/),
    licence: textIn(`sdks/ruby/${MANIFEST}`, /license = "([^"]+)"/),
    purl: 'pkg:gem/orbinto-ruby',
  }),
  build(out) {
    // Built outside of the repository: two builds at a time do not meet.
    const unnamed = join(out, 'unnamed.gem');
    const told = runTool('gem', ['build', MANIFEST, '--strict', '--output', unnamed], 'sdks/ruby');
    const file = `orbinto-ruby-${/Version: (\S+)/.exec(told)?.[1] ?? ''}.gem`;
    renameSync(unnamed, join(out, file));
    return [file];
  },
};
