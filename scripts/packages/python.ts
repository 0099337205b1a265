import { existsSync, readdirSync } from 'node:fs';
import type { PackageBuilder } from './package-builder.ts';
import { runTool } from './package-builder.ts';

/** Wheel and source distribution, `orbinto-<version>…`. */
export const pythonPackage: PackageBuilder = {
  name: 'python',
  manifest: 'sdks/python/pyproject.toml',
  build(out) {
    // The system's Python sees the modules of the system's packages; another one that is first on PATH may not.
    const program = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
    runTool(program, ['-m', 'build', '--no-isolation', '--outdir', out, '.'], 'sdks/python');
    return readdirSync(out).filter((name) => /^orbinto-.*(?:\.whl|\.tar\.gz)$/.test(name));
  },
};
