// `npm run packages -- --out DIR [--only NAME]`: builds every file that a registry takes, each with its bill of materials beside it.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodePackage } from './packages/node.ts';
import { PackageError } from './packages/package-builder.ts';
import type { PackageBuilder } from './packages/package-builder.ts';
import { phpPackage } from './packages/php.ts';
import { pythonPackage } from './packages/python.ts';
import { rubyPackage } from './packages/ruby.ts';
import { sandboxPackage } from './packages/sandbox.ts';
import { writeSboms } from './packages/sbom.ts';

const usage = 'Usage: npm run packages -- --out DIR [--only NAME]';

/** One entry a package. */
export const packageBuilders: readonly PackageBuilder[] = [
  nodePackage,
  pythonPackage,
  phpPackage,
  rubyPackage,
  sandboxPackage,
];

function readArguments(argv: string[]): { out: string; chosen: readonly PackageBuilder[] } {
  const { out, only } = parse(argv);
  if (!out) throw new PackageError(usage);
  const chosen = packageBuilders.filter(({ name }) => only === undefined || name === only);
  const known = packageBuilders.map(({ name }) => name).join(', ');
  if (chosen.length === 0) throw new PackageError(`There is no package "${only}". Known: ${known}.`);
  return { out: resolve(out), chosen };
}

function parse(args: string[]): { out?: string | undefined; only?: string | undefined } {
  try {
    return parseArgs({ args, options: { out: { type: 'string' }, only: { type: 'string' } } }).values;
  } catch (error) {
    throw new PackageError(`${(error as Error).message.split('. ', 1)[0]}. ${usage}`);
  }
}

/** Builds the packages and tells of each. @returns the exit code */
export async function run(argv: string[]): Promise<number> {
  try {
    const { out, chosen } = readArguments(argv);
    await mkdir(out, { recursive: true });
    for (const builder of chosen) {
      await builder.prepare?.();
      const files = await builder.build(out);
      const bills = writeSboms(out, files, builder.identity());
      for (const file of [...files, ...bills]) console.log(`${builder.name}: ${file}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
