import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { systemPython } from '../python.ts';
import type { PackageBuilder } from './package-builder.ts';
import { runTool, textIn } from './package-builder.ts';

/** Wheel and source distribution, `orbinto-<version>…`. */
export const pythonPackage: PackageBuilder = {
  name: 'python',
  folder: 'sdks/python',
  identity: () => ({
    name: 'orbinto',
    version: textIn('sdks/python/src/orbinto/_version.py', /"(\d[^"]*)"/),
    licence: textIn('sdks/python/pyproject.toml', /license = \{ text = "([^"]+)" \}/),
    purl: 'pkg:pypi/orbinto',
  }),
  build(out) {
    // In a copy: setuptools writes beside what it packs.
    const folder = mkdtempSync(join(tmpdir(), 'orbinto-python-'));
    try {
      cpSync(join(root, 'sdks/python'), folder, {
        recursive: true,
        filter: (path) => !/\b(?:tests|__pycache__)$/.test(path),
      });
      // What `python -m build --no-isolation` does, without a module more.
      const code = 'import sys, setuptools.build_meta as b; out = sys.argv[1]; b.build_sdist(out); b.build_wheel(out)';
      const env = { SOURCE_DATE_EPOCH: '1767225600', PYTHONDONTWRITEBYTECODE: '1' };
      runTool(systemPython, ['-c', code, out], folder, env);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return readdirSync(out).filter((name) => /^orbinto-.*(?:\.whl|\.tar\.gz)$/.test(name));
  },
};
