import { basename } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { importsOf, nodesOf, sourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const code = sourceFiles('{src,scripts,bench,tests}/**/*.{ts,tsx,mjs,astro}', 'edge/*.ts', '*.config.{ts,mjs,js}');
const isTest = ({ path }: SourceFile) => path.startsWith('tests/') || path.endsWith('.test.ts');
const written = code.filter((file) => !isTest(file));

/** What each folder of `src` may import of the others: the arrows of the design, read backwards. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  'json-text': [],
  openapi: ['text', 'json-text'],
  generators: ['text', 'json-text', 'openapi'],
  sandbox: ['text', 'json-text', 'openapi'],
  site: ['text', 'json-text', 'openapi', 'generators', 'sandbox'],
};

describe('imports', () => {
  const layerOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];

  test('go from site to sandbox and generators to openapi, and never back', () => {
    const wrong = written.flatMap((file) => {
      const from = layerOf(file.path);
      if (!from) return [];
      const allowed = [from, ...(layers[from] ?? [])];
      return importsOf(file)
        .filter((target) => !allowed.includes(layerOf(target) ?? ''))
        .map((target) => `${file.path} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('of what the whole site shares go to none of the rooms that use it', () => {
    const shared = /^src\/site\/(?:session|ui)\//;
    const rooms = /^src\/site\/(?:console|explorer|runnable|sandbox-panel)\//;
    const files = written.filter(({ path }) => shared.test(path));
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.flatMap((file) =>
        importsOf(file).flatMap((target) => (rooms.test(target) ? `${file.path} → ${target}` : [])),
      ),
    ).toEqual([]);
  });

  test('of `ui` do not go to the session either: what it shows is handed to it', () => {
    const files = written.filter(({ path }) => path.startsWith('src/site/ui/'));
    expect(files.filter((file) => importsOf(file).some((target) => target.startsWith('src/site/session/')))).toEqual(
      [],
    );
  });

  test('within openapi go from bundle to request to schema to model to document, and never back', () => {
    const rooms = ['document', 'model', 'schema', 'request', 'bundle'];
    const roomOf = (path: string) => /^src\/openapi\/([^/]+)\//.exec(path)?.[1] ?? '';
    const wrong = written.flatMap((file) => {
      const from = rooms.indexOf(roomOf(file.path));
      const reach = roomOf(file.path) === 'convert' ? 0 : from;
      if (reach === -1) return [];
      const targets = importsOf(file).filter((target) => rooms.indexOf(roomOf(target)) > reach);
      return targets.map((target) => `${file.path} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('make no circle, types included', () => {
    const graph = new Map(code.map((file) => [file.path, importsOf(file)]));
    expect([...graph.keys()].flatMap((path) => circleFrom(path, graph))).toEqual([]);
  });

  test('name files that exist, with their extension', () => {
    const extension = /\.(?:ts|tsx|mjs|js|astro|css|json|svg|png|avif|mdx|yaml|py|php|rb|go)$/;
    expect(code.flatMap((file) => importsOf(file).filter((target) => !extension.test(target)))).toEqual([]);
  });
});

/** The first circle that leads back to the file it starts from, written as one line. */
function circleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const waiting = [[start]];
  for (let trail = waiting.pop(); trail; trail = waiting.pop()) {
    for (const next of graph.get(trail.at(-1) ?? '') ?? []) {
      if (next === start) return [[...trail, next].join(' → ')];
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push([...trail, next]);
    }
  }
  return [];
}

describe('files', () => {
  test('have at most 250 lines', () => {
    const long = [...code, ...sourceFiles('src/**/*.css')]
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  test('are named in kebab-case, components in PascalCase', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.(?:ts|mjs|js)$/;
    const route = /^(?:[a-z0-9-.]|\[(?:\.{3})?[a-z]+\])+\.(?:astro|ts)$/i;
    const wrong = code.filter(({ path }) => {
      const name = basename(path);
      if (/^src\/site\/(?:pages|reference\/routes)\//.test(path)) return !route.test(name);
      const component = /\.(?:astro|tsx)$/.test(path);
      return component ? !/^[A-Z][A-Za-z0-9]*\.(?:astro|tsx)$/.test(name) : !kebab.test(name);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('do not collect what has no place: no utils, helpers, common or index modules', () => {
    const bins = /(?:^|\/)(?:utils?|helpers?|common|misc|index)(?:\.ts|\/)/;
    expect(code.filter(({ path }) => bins.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('types', () => {
  test('are never `any`', () => {
    const loose = code.filter((file) => [...nodesOf(file)].some(({ kind }) => kind === ts.SyntaxKind.AnyKeyword));
    expect(loose.map(({ path }) => path)).toEqual([]);
  });

  test('and rules are never switched off in a comment', () => {
    const escape = /@ts-(?:ignore|nocheck|expect-error)|(?:eslint|oxlint)-disable/;
    const self = 'tests/architecture.test.ts';
    expect(code.filter(({ path, text }) => path !== self && escape.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the reference', () => {
  test('names nothing of Orbinto: it takes any document', () => {
    const own = /orbinto|\bcontacts?\/|conversation|visitor|chatbot|sk_test|x-(?:key-level|error-codes|emitted-by)/i;
    const generic = sourceFiles('src/{text,json-text,openapi,site/reference}/**/*.{ts,astro,css}').filter(
      (file) => !isTest(file),
    );
    expect(generic.length).toBeGreaterThan(0);
    const named = generic.flatMap(({ path, text }) => {
      // The one file that says where this project keeps its documents.
      const found = path === 'src/openapi/document/policies.ts' ? null : own.exec(text);
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(named).toEqual([]);
  });
});

describe('the document', () => {
  test('is bundled once a build: by the configuration, or by the reference where nobody has', () => {
    const site = written.filter(({ path }) => path.startsWith('src/site/') || path === 'astro.config.mjs');
    const loading = site.filter(({ text }) => /\bloadDocument\(/.test(text));
    expect(loading.map(({ path }) => path).sort()).toEqual(['astro.config.mjs', 'src/site/reference/integration.ts']);
  });

  test('may hold any character: no code marks a place by one of private use', () => {
    const privateUse = /[\uE000-\uF8FF]|\\u(?:[eE][\da-fA-F]{3}|[fF][0-8][\da-fA-F]{2})/;
    const marked = written.filter(({ path, text }) => path.startsWith('src/') && privateUse.test(text));
    expect(marked.map(({ path }) => path)).toEqual([]);
  });
});

describe('the sandbox', () => {
  test('takes time, timers and chance from its clock and ids only', () => {
    const ambient =
      /\b(?:Date\.now\(|new Date\(\)|Math\.random|setTimeout\(|setInterval\(|randomUUID|performance\.now)/;
    const adapters = /^src\/sandbox\/(?:clock|ids|random|node|browser|edge)(?:[-./].*)?\.ts$/;
    const sandbox = written.filter(({ path }) => path.startsWith('src/sandbox/'));
    expect(
      sandbox.filter(({ path, text }) => !adapters.test(path) && ambient.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('the sandbox’s modules', () => {
  test('keep no state: two sandboxes in one process know nothing of each other', () => {
    const sandbox = written.filter(({ path }) => path.startsWith('src/sandbox/'));
    expect(sandbox.filter(({ text }) => /^(?:export )?(?:let|var) /m.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('tests', () => {
  test('draw at random by the seed of the run only, so that a failure can be repeated', () => {
    const own = /from 'fast-check'|Math\.random\(/;
    const sources = ['tests/fast-check.ts', 'tests/draw-seed.ts', 'tests/architecture.test.ts'];
    const found = code.filter((file) => isTest(file) && !sources.includes(file.path) && own.test(file.text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('the repository', () => {
  test('works in a folder with a space in its name: a file URL becomes a path by `fileURLToPath`', () => {
    const careless = /import\.meta\.url\)\.pathname/;
    expect(code.filter(({ text }) => careless.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('holds no leftovers, machine paths or registry hosts', () => {
    const leftover = /\b(?:TODO|FIXME|XXX)\b|lorem ipsum|\/work\/|\/home\/[a-z]|registry\.npmjs|localhost:4873/i;
    const all = sourceFiles(
      '{src,scripts,bench,tests,spec,content,public}/**/*.{ts,tsx,mjs,astro,css,md,mdx,yaml,json}',
      '*.{md,json,js,mjs,ts}',
      '.ci/*',
    );
    const self = 'tests/architecture.test.ts';
    expect(all.filter(({ path, text }) => path !== self && leftover.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
