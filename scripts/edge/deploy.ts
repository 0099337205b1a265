import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { areInstalled, installLocked } from '../locked-tools.ts';
import { root } from '../paths.ts';

const folder = join(root, 'edge/deploy');

/** What the network is told of the hosted sandbox. */
export const CONFIGURATION = join(root, 'edge/wrangler.jsonc');

/** Whether the tool that deploys is there. */
export function hasDeployTool(): boolean {
  return areInstalled(folder);
}

/**
 * Deploys the hosted sandbox and the built site, by wrangler; gets it at first use: 230 MB.
 * @param flags of `wrangler deploy`
 * @param stdio where wrangler tells what it does
 * @returns its exit code, and what it told where that is piped
 */
export async function deploy(
  flags: readonly string[],
  stdio: 'inherit' | 'pipe' = 'inherit',
): Promise<{ code: number; output: string }> {
  await installLocked(folder, () => console.error('Getting wrangler into edge/deploy/node_modules/ …'));
  const program = join(folder, 'node_modules/wrangler/bin/wrangler.js');
  const child = spawn(process.execPath, [program, 'deploy', '--config', CONFIGURATION, ...flags], {
    cwd: folder,
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (output += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, output };
}
