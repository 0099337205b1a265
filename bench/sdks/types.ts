import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { compileNodeLibrary } from '../../scripts/packages/node.ts';
import type { Part } from '../report.ts';
import { libraryOf } from './code.ts';
import type { Generated } from './generate.ts';
import { generated } from './peers.ts';

/** What the strictest checker of each language says of each client. */
export async function types(): Promise<Part> {
  const made = await generated();
  await compileNodeLibrary();
  const ours = join(libraryOf('node'), 'dist/orbinto.js');
  return {
    title: 'Types',
    method:
      'Node: what `tsc` says of a program that imports the client and its client for HTTP, strict as most projects have it, by both ' +
      'ways of finding modules, then with exactOptionalPropertyTypes and noUncheckedIndexedAccess (“strictest”). Generated code is a part of ' +
      'its user’s project, and checked with it. “Enums”: whether a `switch` over the values that the document lists leaves a text for ' +
      '`default:`, or nothing, so that the compiler takes a new value for impossible; at run time as “Features” has found it. Python: ' +
      '`mypy --strict`. PHP: `php -l`, and whether strict types are declared. Ruby: `rbs validate`.',
    columns: ['', 'checker', 'says', 'enums'],
    rows: [
      ...nodeRows('Node', [ours], made),
      ...nodeRows('Node: Redocly', [join(made.redocly, 'client.js')], made),
      ...nodeRows('Node: hey-api', [join(made.heyApi, 'index.js'), join(made.heyApi, 'client.gen.js')], made),
      ['Python', 'mypy --strict', mypy('src/orbinto', libraryOf('python')), 'open'],
      ['Python: Redocly', 'mypy --strict', mypy('client.py', made.redocly), 'closed'],
      ['PHP', 'php -l', php(join(libraryOf('php'), 'src/Client.php')), 'open'],
      ['PHP: Redocly', 'php -l', php(join(made.redocly, 'client.php')), 'closed'],
      ['Ruby', 'rbs validate', rbs(), 'open'],
      ['Ruby: net/http', '', 'no types', ''],
    ],
    goals: [],
  };
}

const SETTINGS: readonly [name: string, options: object][] = [
  ['strict, NodeNext', { module: 'NodeNext' }],
  ['strict, Bundler', { module: 'ESNext', moduleResolution: 'Bundler' }],
  [
    'strictest, Bundler',
    {
      ...{ module: 'ESNext', moduleResolution: 'Bundler' },
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    },
  ],
];

/** @param files of the client; the first holds the types */
function nodeRows(name: string, files: readonly string[], { redocly }: Generated): string[][] {
  const imports = files.map((file, at) => `import * as part${at} from ${JSON.stringify(file)};\nvoid part${at};\n`);
  // The rest has a length where it is a text; it is `never` where the compiler knows of no other value.
  const rest = `import type { Conversation } from ${JSON.stringify(files[0])};
export const rest = ({ status }: Conversation): number => (status === 'open' || status === 'closed' ? 0 : status.length);\n`;
  return SETTINGS.map(([setting, options]) => {
    return [
      name,
      `tsc ${setting}`,
      verdict(tsc(redocly, options, imports.join(''))),
      openness(tsc(redocly, options, rest)),
    ];
  });
}

function openness(told: string): string {
  // Modules that are not found have no types.
  if (/ error TS(?:2307|2834|2835)/.test(told)) return 'not known';
  return /^program\.ts.* error TS2339/m.test(told) ? 'closed' : 'open';
}

function tsc(folder: string, options: object, program: string): string {
  const compilerOptions = {
    ...{ strict: true, noEmit: true, target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [] },
    ...options,
  };
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  return output(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--pretty', 'false'], folder);
}

function verdict(told: string): string {
  const errors = told.match(/ error TS\d+/g)?.length ?? 0;
  return errors === 0 ? 'no error' : `${errors} error${errors === 1 ? '' : 's'}`;
}

function mypy(what: string, folder: string): string {
  const told = output('mypy', ['--strict', '--no-incremental', '--cache-dir=/dev/null', what], folder);
  return /^Success/m.test(told) ? 'no error' : (/Found (\d+ errors?)/.exec(told)?.[1] ?? 'not run');
}

function php(file: string): string {
  const says = /No syntax errors/.test(output('php', ['-l', file], root)) ? 'no error' : 'errors';
  const code = 'exit(str_contains(file_get_contents($argv[1]), "strict_types=1") ? 0 : 1);';
  return `${says}, ${spawnSync('php', ['-r', code, file]).status === 0 ? 'strict types' : 'no strict types'}`;
}

function rbs(): string {
  const args = ['-e', 'load Gem.bin_path("rbs", "rbs")', '--', '-I', 'sig', 'validate', '--silent'];
  return spawnSync('ruby', args, { cwd: libraryOf('ruby') }).status === 0 ? 'no error' : 'errors';
}

function output(program: string, args: string[], cwd: string): string {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (error) return error.message;
  return `${stdout}${stderr}`;
}
