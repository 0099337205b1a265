// `npm run generators`: generators of others make clients of the API's documents; each is compiled and lists the sandbox's
// contacts. What came of it is written down for the page of the downloads, with the commit. `npm run generators -- kubb orval`
// tries some, and writes nothing.
import { join } from 'node:path';
import { startMock } from '../src/sandbox/node/mock.ts';
import { GENERATORS_RAN } from '../src/site/facts/generators-ran.ts';
import { checkedOut, keepMeasurement } from '../src/site/facts/measurement.ts';
import type { TriedGenerator } from '../src/site/facts/generators-ran.ts';
import { generatorDocuments } from './generators/documents.ts';
import { others, redoclys } from './generators/generators.ts';
import type { Generator } from './generators/generators.ts';
import { tryGenerator } from './generators/try-generator.ts';
import { installLocked } from './locked-tools.ts';
import { root } from './paths.ts';

const tools = join(root, 'tests/generators/tools');
const asked = process.argv.slice(2);
const chosen = [...redoclys, ...others].filter(
  ({ id }) => asked.length === 0 || asked.some((word) => id.startsWith(word)),
);

await installLocked(tools, () => console.log('Getting the generators into tests/generators/tools …'));
const mock = await startMock({ port: 0 });
const documents = await generatorDocuments();
const tried: TriedGenerator[] = [];
for (const generator of chosen) tried.push(await attempt(generator));
await mock.close();
const failed = tried.filter(({ works }) => !works);
console.log(`\n${tried.length - failed.length} of ${tried.length} work.`);
if (failed.length > 0) process.exitCode = 1;
if (asked.length === 0) {
  keepMeasurement(GENERATORS_RAN, { generators: tried }, root);
  if (checkedOut(root) === '') console.log('There are changes that are not committed, so nothing is written down.');
}

async function attempt(generator: Generator): Promise<TriedGenerator> {
  const installed = redoclys.includes(generator) ? root : tools;
  const { name, language, document } = generator;
  try {
    const trial = { documents, baseUrl: `${mock.url}/v1`, apiKey: 'sk_test_read', installed };
    const { version, openapi, ids } = await tryGenerator(generator, trial);
    console.log(`✓ ${name} ${version}, ${language}, OpenAPI ${openapi}: ${ids.length} contacts`);
    return { name, version, language, openapi, works: ids.length > 0 };
  } catch (error) {
    console.log(`✗ ${name}, ${language}: ${error instanceof Error ? error.message : String(error)}`);
    return { name, version: '', language, openapi: document === 'openapi.json' ? '3.1' : '3.0', works: false };
  }
}
