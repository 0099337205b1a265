import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { root } from '../../scripts/paths.ts';
import { readersEnvironment } from '../programs.ts';

/** What is read of the recipes in `packages/sandbox/examples/ci`. */
export interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Service {
  readonly image: string;
  readonly command: string;
  readonly ports: readonly string[];
}

export interface Workflow {
  readonly on: readonly string[];
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly services?: Readonly<Record<string, Service>> }>
  >;
}

export interface GitLab {
  readonly variables: Readonly<Record<string, string>>;
  readonly 'sandbox-image': {
    readonly script: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
  };
  readonly test: {
    readonly script: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
    readonly services: readonly {
      readonly name: string;
      readonly alias: string;
      readonly command: readonly string[];
    }[];
  };
}

export interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly build?: { readonly context: string; readonly dockerfile: string };
        readonly command: readonly string[];
        readonly ports?: readonly string[];
        readonly read_only?: boolean;
        readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
        readonly environment?: Readonly<Record<string, string>>;
      }
    >
  >;
}

export const recipes = join(root, 'packages/sandbox/examples/ci');

export function recipeText(file: string): string {
  return readFileSync(join(recipes, file), 'utf8');
}

/** @param change of its text, before it is read */
export function readRecipe<T>(file: string, change = (text: string): string => text): T {
  return parse(change(recipeText(file))) as T;
}

/** The commands of a job as one script, in the order of its steps. */
export function scriptOf(steps: readonly Step[]): string {
  const commands = steps.flatMap(({ run, env = {} }) => {
    if (run === undefined) return [];
    return [...Object.entries(env).map(([name, value]) => `export ${name}=${value}`), run.trim()];
  });
  return ['set -e', ...commands].join('\n');
}

/** Runs a script with all that it starts, and ends what is left of it. */
export async function runScript(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const shell = spawn('bash', ['-c', script], {
    ...{ cwd, detached: true, env: readersEnvironment(env) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(shell.stdout), text(shell.stderr)]);
  const code = await new Promise<number | null>((settle) => shell.on('exit', settle));
  // What runs on has the pipes: they end with it.
  if (shell.pid !== undefined) endGroup(shell.pid);
  return { code, output: (await output).join('') };
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM');
  } catch {
    // Nothing is left of it.
  }
}
