import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../paths.ts';
import type { PackageIdentity } from '../../src/generators/sbom.ts';

/** Builds what one registry takes. */
export interface PackageBuilder {
  /** As `--only` names it, and its file in `scripts/packages/`. */
  name: string;
  /** Where its README and its changes are, from the root. */
  folder: string;
  identity: () => PackageIdentity;
  /** Makes what it is built of, before it is published. */
  prepare?: () => Promise<void>;
  /** @returns the files that it has put into `out`, an absolute path; without a folder */
  build: (out: string) => Promise<string[]> | string[];
}

/** What went wrong, in one line. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

/**
 * What a file of the repository says at a place.
 * @param pattern with what is wanted as its group
 * @throws PackageError where it says nothing
 */
export function textIn(file: string, pattern: RegExp): string {
  const found = pattern.exec(readFileSync(join(root, file), 'utf8'))?.[1];
  if (found === undefined) throw new PackageError(`${file} has nothing like ${pattern.source}`);
  return found;
}

/**
 * Runs a tool in a folder of the repository, or in one by its whole path.
 * @returns what it printed
 * @throws PackageError when it is missing or fails
 */
export function runTool(program: string, args: string[], folder: string, env: Record<string, string> = {}): string {
  const options = { cwd: resolve(root, folder), env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (error) throw new PackageError(`${program} cannot be run: ${error.message}`);
  if (status === 0) return stdout;
  throw new PackageError(`${program} ${args[0] ?? ''} ended with ${status}: ${(stderr || stdout).trim().slice(-2000)}`);
}

/** Packs a folder as npm does, without running scripts of it. @returns the names of what it has put into `out` */
export function packNpm(folder: string, out: string): string[] {
  const told = runTool('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', out], folder);
  return (JSON.parse(told.slice(told.indexOf('['))) as { filename: string }[]).map(({ filename }) => filename);
}
