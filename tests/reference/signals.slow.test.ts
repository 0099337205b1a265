import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';

const script = join(root, 'scripts/reference.ts');
const schemas = Array.from({ length: 900 }, (_, n): [string, object] => [
  `S${n}`,
  { nullable: true, allOf: [{ $ref: `#/components/schemas/S${Math.max(0, n - 1)}` }], properties: { [`p${n}`]: {} } },
]);
const document = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [`/${n}`, { get: { responses: { 200: { description: 'ok' } } } }]),
  ),
  components: { schemas: { S0: {}, ...Object.fromEntries(schemas.slice(1)) } },
});

/** Moments of a run, each told by what can be seen of it from outside. */
const moments: [string, (folder: string, told: () => string) => boolean][] = [
  ['at once', () => true],
  ['when the document is read', (_, told) => told().includes('Note: ')],
  ['when the build begins', (folder) => globSync('.reference-*', { cwd: folder }).length > 0],
  ['when pages are written', (folder) => globSync('.reference-*/reference/**/index.html', { cwd: folder }).length > 0],
];

test.each(
  moments.flatMap(([moment, isNow], index) => [[moment, index % 2 === 0 ? 'SIGINT' : 'SIGTERM', isNow] as const]),
)(
  'a run that is stopped %s, by %s, leaves nothing behind, and what was there as it was',
  { timeout: 120_000 },
  async (_, signal, isNow) => {
    const folder = await mkdtemp(join(tmpdir(), 'signals-'));
    const out = join(folder, 'site');
    await mkdir(out);
    await writeFile(join(out, '.reference.json'), '{}');
    await writeFile(join(folder, 'api.json'), document);
    const child = spawn(process.execPath, [script, join(folder, 'api.json'), '--out', out]);
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await once(child, 'spawn');
    while (!isNow(folder, () => told) && child.exitCode === null) await wait(5);
    const [built] = globSync('.reference-*', { cwd: folder });
    child.kill(signal);
    const [code, killedBy] = (await once(child, 'exit')) as [number | null, string | null];
    expect(code === (signal === 'SIGINT' ? 130 : 143) || killedBy === signal, told).toBe(true);
    expect(globSync('{*,.*}', { cwd: folder }).sort()).toEqual(['api.json', 'site']);
    expect(readFileSync(join(out, '.reference.json'), 'utf8')).toBe('{}');
    expect(built && existsSync(join(root, '.astro', built.slice(1)))).toBeFalsy();
  },
);
