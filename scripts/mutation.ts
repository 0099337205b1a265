// `npm run mutation -- PATH …`: puts faults into the code, one at a time, and tells which of them the tests notice.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { keepMeasurement } from '../src/site/facts/measurement.ts';
import { MEASURED_PARTS } from '../src/site/quality/quality-report.ts';
import type { MutationRun } from '../src/site/quality/quality-report.ts';
import { EQUIVALENTS } from './mutation/equivalents.ts';
import { mutantsOf, sample } from './mutation/mutants.ts';
import { MOST_FILES } from './mutation/nearest-first.ts';
import { runMutants } from './mutation/run-mutants.ts';
import { faultLine, faultOf, isMissed, scoreOf } from './mutation/score.ts';
import type { Fault, FolderScore } from './mutation/score.ts';
import { root } from './paths.ts';

/** The parts of the code that other people’s faults would come from; a run of these is what the quality page tells. */
const PARTS = ['src/openapi', 'src/sandbox', 'src/generators'];
const EACH = 150;

const usage = `Usage: npm run mutation -- [PATH …] [--sample N] [--seed N] [--tests FOLDER …]
PATH      files and folders; without any, ${PARTS.join(', ')}, and the quality page tells the result
--sample  how many faults of each PATH, ${EACH} unless told, 0 for all
--seed    what they are drawn by
--tests   runs the tests below these folders alone: quicker, and notices less`;

function readArguments() {
  const options = {
    sample: { type: 'string' },
    seed: { type: 'string' },
    tests: { type: 'string', multiple: true },
  } as const;
  const { values, positionals } = parsed();
  const read = (text: string | undefined, otherwise: number): number => {
    if (text === undefined) return otherwise;
    if (!/^\d+$/.test(text)) throw new Error(`${text} is no number.\n\n${usage}`);
    return Number(text);
  };
  const missing = positionals.find((path) => !existsSync(join(root, path)));
  if (missing !== undefined) throw new Error(`There is no ${missing}.\n\n${usage}`);
  const size = read(values.sample, EACH);
  const seed = read(values.seed, Math.floor(Math.random() * 2 ** 31));
  return { paths: positionals, size: size === 0 ? Infinity : size, seed, tests: values.tests };

  function parsed() {
    try {
      return parseArgs({ options, allowPositionals: true });
    } catch (error) {
      throw new Error(`${(error as Error).message}\n\n${usage}`, { cause: error });
    }
  }
}

/** The code below a path: neither tests nor what is printed. */
function filesBelow(path: string): string[] {
  const found = relative(root, join(root, path));
  const files = statSync(join(root, found)).isFile() ? [found] : globSync(`${found}/**/*.{ts,tsx}`, { cwd: root });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$|\/generated\//.test(file))
    .sort();
}

async function draw(paths: readonly string[], size: number, seed: number) {
  const drawn = [];
  for (const path of paths) drawn.push(...sample(await mutantsOf(filesBelow(path)), size, seed));
  return drawn;
}

async function faultsFor(
  paths: readonly string[],
  size: number,
  seed: number,
  tests?: readonly string[],
): Promise<Fault[]> {
  const results = await runMutants(await draw(paths, size, seed), tests);
  return results.map((result) => {
    const file = relative(root, result.fileName).replaceAll('\\', '/');
    return faultOf(result, file, readFileSync(join(root, file), 'utf8'), EQUIVALENTS);
  });
}

const total = (scores: readonly FolderScore[], what: 'mutants' | 'caught'): number =>
  scores.reduce((sum, score) => sum + score[what], 0);

function tell(faults: readonly Fault[], parts: readonly FolderScore[], seed: number): void {
  const line = ({ folder, mutants, caught }: FolderScore): string =>
    `${`${Math.floor((caught / mutants) * 100)} %`.padStart(6)}  ${caught} of ${mutants}  ${folder}`;
  const missed = faults.filter(isMissed);
  const count = (fate: Fault['fate']): number => faults.filter((fault) => fault.fate === fate).length;
  console.log(['', 'By folder:', ...scoreOf(faults).map(line)].join('\n'));
  if (missed.length > 0) console.log(['', 'Not noticed:', ...missed.map(faultLine)].join('\n'));
  console.log(['', ...parts.map(line)].join('\n'));
  console.log(
    `Seed ${seed}. Left out: ${count('untried')} in what runs while a module is loaded, ${count('equivalent')} that change nothing. Each ran against the ${MOST_FILES} nearest files of tests that reach it.`,
  );
}

async function main(): Promise<void> {
  const { paths, size, seed, tests } = readArguments();
  const asked = paths.length > 0 ? paths : PARTS;
  // Tests that draw at random draw the same for each fault.
  process.env['PROPERTY_SEED'] ??= String(seed);
  const faults = await faultsFor(asked, size, seed, tests);
  const parts = scoreOf(faults, (file) => asked.find((path) => file.startsWith(path)) ?? file);
  tell(faults, parts, seed);
  const run: MutationRun = { mutants: total(parts, 'mutants'), caught: total(parts, 'caught'), seed, parts };
  if (paths.length === 0 && tests === undefined) keepMeasurement(MEASURED_PARTS.mutation, run, root);
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
