import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a program said and how it ended. */
export interface Ran {
  stdout: string;
  stderr: string;
  code: number | null;
}

/** Runs a program beside this process, so that servers in it can answer. */
export async function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ran> {
  const child = spawn(program, args, { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } });
  child.stdin.end();
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return { stdout, stderr, code };
}

/** Whether Ruby has RBS, which comes with it, to judge signatures. */
export function hasRbs(): boolean {
  return spawnSync('ruby', ['-e', 'Gem.bin_path("rbs", "rbs")']).status === 0;
}
