import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root } from '../paths.ts';
import { systemPython } from '../python.ts';
import type { Generator } from './generators.ts';

const run = promisify(execFile);
const programs = join(import.meta.dirname, 'programs');

/** What the generators are given, and whom their clients ask. */
export interface Trial {
  /** `openapi.json` and `openapi-3.0.json`, as texts. */
  documents: Readonly<Record<Generator['document'], string>>;
  baseUrl: string;
  apiKey: string;
  /** The folder whose `node_modules` the generator is in. */
  installed: string;
}

export interface Result {
  name: string;
  version: string;
  language: Generator['language'];
  /** `3.1` */
  openapi: string;
  /** The contacts that the generated client has listed. */
  ids: string[];
}

/**
 * Generates a client, compiles it with a program that uses it, and runs that.
 * @throws what the generator, the compiler or the program says where one of them fails
 */
export async function tryGenerator(generator: Generator, trial: Trial): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `${generator.id}-`));
  try {
    prepare(folder, generator, trial);
    const modules = join(trial.installed, 'node_modules');
    const [script, ...args] = generator.command;
    const env = { ...process.env, BASE_URL: trial.baseUrl, API_KEY: trial.apiKey, ...QUIET };
    await exec(folder, env, process.execPath, join(modules, generator.package, script), ...args);
    const stdout = await languages[generator.language](folder, env);
    const manifest = readFileSync(join(modules, generator.package, 'package.json'), 'utf8');
    return {
      name: generator.name,
      version: (JSON.parse(manifest) as { version: string }).version,
      language: generator.language,
      openapi: generator.document === 'openapi.json' ? '3.1' : '3.0',
      ids: JSON.parse(stdout) as string[],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', DO_NOT_TRACK: '1', CI: 'true' };
const EXTENSIONS = { TypeScript: 'ts', Python: 'py', PHP: 'php', Go: 'go' } as const;

/** A new project of modules: the documents, the program as `main`, what is installed. */
function prepare(folder: string, { id, language, config }: Generator, { documents, installed }: Trial): void {
  const extension = EXTENSIONS[language];
  const program = existsSync(join(programs, `${id}.${extension}`)) ? id : 'redocly';
  mkdirSync(join(folder, 'client'));
  copyFileSync(join(programs, `${program}.${extension}`), join(folder, `main.${extension}`));
  if (config !== undefined) copyFileSync(join(programs, config), join(folder, config));
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'));
}

type Environment = NodeJS.ProcessEnv;

const languages: Record<Generator['language'], (folder: string, env: Environment) => Promise<string>> = {
  TypeScript: async (folder, env) => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    await exec(folder, env, process.execPath, tsc, ...TSC, 'main.ts');
    const outfile = join(folder, 'main.mjs');
    const options = { bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' } as const;
    await build({ entryPoints: [join(folder, 'main.ts')], outfile, ...options });
    return exec(folder, env, process.execPath, outfile);
  },
  Python: async (folder, env) => {
    await exec(folder, env, systemPython, '-m', 'py_compile', 'client.py');
    return exec(folder, env, systemPython, 'main.py');
  },
  PHP: async (folder, env) => {
    await exec(folder, env, 'php', '-l', 'client.php');
    return exec(folder, env, 'php', 'main.php');
  },
  Go: async (folder, env) => {
    writeFileSync(join(folder, 'go.mod'), 'module example.test/contacts\n\ngo 1.19\n');
    return exec(folder, { ...env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' }, 'go', 'run', '.');
  },
};

/** As strict as a new project is; declarations of packages are not the generator's. */
const TSC = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023', '--module', 'esnext'],
  ...['--moduleResolution', 'bundler', '--allowImportingTsExtensions', '--lib', 'es2023,dom,dom.iterable'],
  ...['--types', 'node'],
];

async function exec(cwd: string, env: Environment, program: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run(program, args, { cwd, env, timeout: 300_000, maxBuffer: 10 ** 8 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error([`${program} ${args.join(' ')}`, stdout, stderr].join('\n').trim().slice(0, 4000), {
      cause: error,
    });
  }
}
