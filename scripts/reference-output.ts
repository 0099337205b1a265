// Where `npm run reference` puts a site: what it may replace, when what is there is as it would be built again, and the move itself.
import { createHash } from 'node:crypto';
import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './paths.ts';

/** Lies in every folder that the command made; a folder without it is somebody else's and stays. */
const MARKER = '.reference.json';
/** What a site is made by, beside its document. */
const TOOL = [
  'src/site/reference/**/*.{ts,astro,css,svg}',
  'src/{text,json-text,openapi,generators}/**/*.ts',
  'src/site/lazy.ts',
  'src/site/{security,licences}/*.ts',
  'src/site/styles/*.css',
  'src/site/components/starlight/*.astro',
  'src/site/components/starlight/theme-toggle.ts',
  'scripts/reference*.ts',
  'package-lock.json',
];

interface Marker {
  /** Hash of all that the site was made of. */
  madeOf: string;
  files: number;
  bytes: number;
}

/** A hash of the document with its options and of the tool itself, its dependencies and Node. */
export async function inputHash(input: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(input)).update(process.version);
  for (const file of globSync(TOOL, { cwd: root }).sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

/** Says why the site may not be put at `out`, or nothing. */
export async function refusal(out: string): Promise<string | undefined> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException) => error.code);
  if (typeof names === 'string') return names === 'ENOTDIR' ? `${out} is a file` : undefined;
  if (names === undefined || names.length === 0 || names.includes(MARKER)) return undefined;
  return `${out} is not empty and was not made by this command, so it stays as it is; name an empty or a new folder`;
}

/** Whether `out` holds, whole, what would be built again. */
export async function isCurrent(out: string, madeOf: string): Promise<boolean> {
  const text = await readFile(join(out, MARKER), 'utf8').catch(() => '{}');
  const marker = JSON.parse(text) as Partial<Marker>;
  if (marker.madeOf !== madeOf) return false;
  const { files, bytes } = await measure(out);
  return marker.files === files && marker.bytes === bytes;
}

/** What was in the place of a new site, until `cleanUp` removes it. */
const formerOf = (built: string): string => `${built}-former`;

/** Puts what is built, whole, in the place of what was there. Both folders have one parent, so each move is one step. */
export async function publish(built: string, out: string, madeOf: string): Promise<void> {
  const marker: Marker = { madeOf, ...(await measure(built)) };
  await writeFile(join(built, MARKER), JSON.stringify(marker));
  await rename(out, formerOf(built)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(built, out);
}

/** Files below a folder without the marker, and their bytes. */
async function measure(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== MARKER);
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** A folder beside `out`, on its file system. */
export function besides(out: string, id: string): string {
  return join(dirname(out), `.reference-${id}`);
}

/** Removes what a build leaves behind, wherever it ended; what was in the place of the new site and is not replaced goes back there. */
export function cleanUp(out: string, { project, built }: { project: string; built: string }): void {
  const former = formerOf(built);
  if (existsSync(former) && !existsSync(out)) renameSync(former, out);
  for (const folder of [project, built, former]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
