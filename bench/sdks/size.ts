import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Goal, Part } from '../report.ts';
import { figure } from '../report.ts';
import { codeOf, libraryOf } from './code.ts';
import { contestants } from './contestants.ts';
import { generated } from './peers.ts';

/** How much code each client is, and for Node how much of it one call brings into a bundle. */
export async function size(): Promise<Part> {
  const made = await generated();
  const rows: string[][] = [];
  for (const contestant of contestants(made)) {
    const code = codeOf(contestant, made);
    if (!code) continue;
    const texts = code.files.map((file) => readFileSync(file, 'utf8'));
    const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    rows.push([contestant.name, figure(texts.length), figure(lines), `${figure(bytes / 1000)} kB`, code.needs]);
  }
  const bundles = await bundled(made.redocly, made.heyApi);
  return {
    title: 'Size',
    method:
      'Sources as they are shipped or generated, comments with them. A bundle is what esbuild makes of a program of one call, ' +
      '`contacts.get`, minified, gzipped. What a client needs is as its makers say.',
    columns: ['', 'files', 'lines', 'size', 'needs', 'one call, bundled'],
    rows: rows.map((row) => [
      ...row,
      bundles.has(row[0] ?? '') ? `${figure(bundles.get(row[0] ?? '') ?? NaN)} kB` : '',
    ]),
    goals: goals(bundles),
  };
}

function goals(bundles: ReadonlyMap<string, number>): Goal[] {
  const ours = bundles.get('Node') ?? NaN;
  const of = (name: string) => ours / (bundles.get(name) ?? NaN);
  return [
    { what: 'Node: one call, bundled, gz', reached: ours, unit: ' kB', bound: { max: 6 } },
    { what: 'Node: … of Redocly’s', reached: of('Node: Redocly'), unit: '×', bound: { max: 1 } },
    { what: 'Node: … of hey-api’s', reached: of('Node: hey-api'), unit: '×', bound: { max: 1 } },
  ];
}

/** Kilobytes by the name of the contestant. */
async function bundled(redocly: string, heyApi: string): Promise<Map<string, number>> {
  const path = (...parts: string[]) => JSON.stringify(join(...parts));
  const programs: [string, string][] = [
    [
      'Node',
      `import { Orbinto } from ${path(libraryOf('node'), 'src/orbinto.ts')};
export const run = (key, id) => new Orbinto({ apiKey: key }).contacts.get(id);`,
    ],
    [
      'Node: Redocly',
      `import { configure, getContact } from ${path(redocly, 'client.ts')};
export const run = (key, id) => (configure({ auth: { bearer: key } }), getContact({ path: { id } }));`,
    ],
    [
      'Node: hey-api',
      `import { client } from ${path(heyApi, 'client.gen.ts')};
import { getContact } from ${path(heyApi, 'sdk.gen.ts')};
export const run = (key, id) => (client.setConfig({ auth: key }), getContact({ path: { id } }));`,
    ],
  ];
  const sizes = new Map<string, number>();
  for (const [name, contents] of programs) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', platform: 'node' },
    });
    sizes.set(name, gzipSync(outputFiles[0]?.contents ?? '').length / 1000);
  }
  return sizes;
}
