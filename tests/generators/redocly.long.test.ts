/** Redocly's generator makes clients of the document in four languages; the other generators are tried by `npm run generators`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatorDocuments } from '../../scripts/generators/documents.ts';
import { redoclys } from '../../scripts/generators/generators.ts';
import { tryGenerator } from '../../scripts/generators/try-generator.ts';
import { root } from '../../scripts/paths.ts';
import { hasPythonModules } from '../../scripts/python.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { freshKey } from '../contract/transports.ts';
import { isInstalled, needsProgram } from '../programs.ts';

const documents = await generatorDocuments();
let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

const isThere: Record<string, () => boolean> = {
  TypeScript: () => true,
  Python: () => hasPythonModules('httpx'),
  PHP: () => isInstalled('php'),
  Go: () => isInstalled('go'),
};

describe.each(redoclys)('what Redocly makes of the document in $language', (generator) => {
  needsProgram(generator.language, isThere[generator.language]);

  test('compiles, and lists the contacts that the API has', { timeout: 180_000 }, async () => {
    const apiKey = freshKey('_read');
    const baseUrl = `${mock.url}/v1`;
    const answer = await fetch(`${baseUrl}/contacts`, { headers: { Authorization: `Bearer ${apiKey}` } });
    const { data } = (await answer.json()) as { data: { id: string }[] };
    const { ids } = await tryGenerator(generator, { documents, baseUrl, apiKey, installed: root });
    expect(ids).toEqual(data.map(({ id }) => id));
    expect(ids).not.toEqual([]);
  });
});
