/** The generators of others that are tried on the API's documents, and how each is called and used. */
export interface Generator {
  /** Names its program in `programs/`, too. */
  id: string;
  name: string;
  /** What it is called, and its version read from. */
  package: string;
  language: 'TypeScript' | 'Python' | 'PHP' | 'Go';
  /** The document that it is given. */
  document: 'openapi.json' | 'openapi-3.0.json';
  /** The script of its command in its package, and its arguments: it makes `client`, a file or a folder. */
  command: readonly [script: string, ...args: string[]];
  /** A file of `programs/` that it is configured by. */
  config?: string;
}

/** The output is named as if it were TypeScript; other languages are written beside it. */
const redocly = (language: Generator['language'], generator: string, output = 'client.ts'): Generator => ({
  id: `redocly-${generator}`,
  name: 'Redocly generate-client',
  package: '@redocly/cli',
  language,
  document: 'openapi.json',
  command: ['bin/cli.js', 'generate-client', 'openapi.json', '--output', output, '--generator', generator],
});

/** Those whose tools are the project's own: they are tried in every run of the tests. */
export const redoclys: readonly Generator[] = [
  redocly('TypeScript', 'typescript'),
  redocly('Python', 'python'),
  redocly('PHP', 'php'),
  // A package of Go is a folder.
  redocly('Go', 'go', 'client/client.ts'),
];

const typescript = (id: string, rest: Pick<Generator, 'command'> & Partial<Generator>): Generator => ({
  id,
  name: id,
  package: id,
  language: 'TypeScript',
  document: 'openapi.json',
  ...rest,
});

/** Those that have a lock of their own: `npm run generators` tries them. */
export const others: readonly Generator[] = [
  typescript('hey-api', {
    name: '@hey-api/openapi-ts',
    package: '@hey-api/openapi-ts',
    command: ['bin/run.js', '-i', 'openapi.json', '-o', 'client', '-c', '@hey-api/client-fetch', '--no-log-file'],
  }),
  typescript('openapi-typescript', {
    name: 'openapi-typescript, openapi-fetch',
    command: ['bin/cli.js', 'openapi.json', '-o', 'client.ts'],
  }),
  typescript('orval', { command: ['dist/bin/orval.mjs', '--config', 'orval.config.mjs'], config: 'orval.config.mjs' }),
  typescript('kubb', {
    package: '@kubb/cli',
    command: ['bin/kubb.cjs', 'generate', '--config', 'kubb.config.mjs'],
    config: 'kubb.config.mjs',
  }),
  typescript('swagger-typescript-api', {
    document: 'openapi-3.0.json',
    command: ['dist/cli.mjs', 'generate', '-p', 'openapi-3.0.json', '-o', '.', '-n', 'client.ts'],
  }),
  typescript('oazapfts', { command: ['dist/cli.js', 'openapi.json', 'client.ts'] }),
];
