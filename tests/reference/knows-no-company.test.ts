import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = globSync(
  ['src/site/reference/**/*', 'src/{text,json-text,openapi}/**/*.ts', 'src/generators/samples/*.ts'],
  {
    cwd: root,
    withFileTypes: false,
  },
).filter((file) => /\.(ts|astro|css)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('/generated/'));
/** Names of the API that this site is about: they may come in through its document and options only. */
const names = /orbinto|\bcontacts?\b|conversation|chatbot|visitor|\bprofessional\b|\benterprise\b/i;
/** What says where this project's own files are, and OpenAPI's `info.contact`. */
const allowed = [
  /--ob-/,
  /contact\?: \{/,
  /src\/openapi\/document\/(policies|load)\.ts/,
  /about-(?:view|markdown)\.ts/,
];

test('the reference, the OpenAPI code and the samples name nothing of one company', () => {
  expect(files.length).toBeGreaterThan(40);
  const named = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((line, index) => `${file}:${index + 1}: ${line.trim()}`)
      .filter((line) => names.test(line) && !allowed.some((pattern) => pattern.test(line))),
  );
  expect(named).toEqual([]);
});
