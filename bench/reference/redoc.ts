import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeForNpm } from '../../scripts/bootstrap/node.mjs';
import { npm, runToEnd } from '../../scripts/bootstrap/process.mjs';
import { peersFolder } from '../peers.ts';

/**
 * Redoc's bundle for the browser. The package cannot be installed (npm rejects what it depends on), and the bundle needs none
 * of that, so it is packed and unpacked, once.
 */
export async function redocBundle(): Promise<string> {
  const { packed } = JSON.parse(readFileSync(join(peersFolder, 'package.json'), 'utf8')) as {
    packed: { redoc: string };
  };
  const folder = join(peersFolder, 'node_modules', '.packed', `redoc-${packed.redoc}`);
  const bundle = join(folder, 'package', 'bundles', 'redoc.standalone.js');
  if (existsSync(bundle)) return bundle;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await npm(nodeForNpm(process.execPath), ['pack', `redoc@${packed.redoc}`], { cwd: folder });
  const [archive = ''] = globSync('*.tgz', { cwd: folder });
  const code: unknown = await runToEnd('tar', ['-xzf', archive], { cwd: folder });
  if (code !== 0 || !existsSync(bundle)) throw new Error(`Redoc ${packed.redoc} could not be unpacked in ${folder}`);
  return bundle;
}
