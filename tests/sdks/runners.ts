import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../../scripts/paths.ts';
import { systemPython } from '../../scripts/python.ts';
import { isInstalled } from '../programs.ts';
import type { Observed } from './judge.ts';
import type { RunnerInput } from './stage.ts';

/** What came of scenarios, by name, and what was said besides, for the reader. */
export interface Told {
  observed: Map<string, Observed>;
  complaints: string;
}

/** A program that carries out scenarios with one library. */
export interface Runner {
  language: string;
  command: [program: string, ...args: string[]];
  /** Ends with 0 where there is what the runner needs besides its program. */
  probe?: string[];
}

const table: Runner[] = [
  { language: 'node', command: [process.execPath, 'sdks/node/tests/runner.ts'] },
  // The system's Python sees the modules that the system's packages bring.
  { language: 'python', command: [systemPython, 'sdks/python/tests/runner.py'] },
  {
    language: 'python-async',
    command: [systemPython, 'sdks/python/tests/async_runner.py'],
    probe: ['-c', 'import httpx'],
  },
  { language: 'php', command: ['php', 'sdks/php/tests/runner.php'] },
  { language: 'ruby', command: ['ruby', 'sdks/ruby/tests/runner.rb'] },
];

/** All; `SDK_LANGUAGES=ruby,php` names the only ones. */
export function runners(): Runner[] {
  const wanted = process.env['SDK_LANGUAGES']?.split(',');
  return table.filter(({ language }) => wanted?.includes(language) ?? true);
}

export function canRun({ command: [program], probe }: Runner): boolean {
  if (!existsSync(program) && !isInstalled(program)) return false;
  return probe === undefined || spawnSync(program, probe).status === 0;
}

/** Hands the scenarios to a runner. */
export async function runScenarios(
  { command: [program, ...args] }: Runner,
  scenarios: readonly RunnerInput[],
): Promise<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
  try {
    const file = join(folder, 'scenarios.json');
    await writeFile(file, JSON.stringify({ protocol: 1, scenarios }));
    const { ORBINTO_API_KEY: _, ORBINTO_BASE_URL: __, ...env } = process.env;
    const child = spawn(program, [...args, file], { cwd: root, env: { ...env, LC_ALL: 'C.UTF-8' } });
    const late = setTimeout(() => child.kill('SIGKILL'), 300_000);
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const [lines, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await ended;
    clearTimeout(late);
    return {
      observed: observedIn(lines),
      complaints: `${complaints}${code === 0 ? '' : `\nended with ${code}`}`.trim(),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lines that are no JSON are what a program says on its way. */
function observedIn(lines: string): Map<string, Observed> {
  const observed = lines
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Observed);
  return new Map(observed.map((one) => [one.name, one]));
}
