/** The calls of the client libraries, as the operations' pages show them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { callSamples } from '../../src/generators/sdk/call-sample.ts';
import type { LibraryLanguage } from '../../src/generators/sdk/call-sample.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { needsProgram } from '../programs.ts';
import { runSamples } from '../requests/run-samples.ts';
import { canRun } from './interpreters.ts';
import { operationAt, WatchedMock } from './workspace.ts';

const { methods } = sdkModel(await loadDocument(SPEC_FILE), await loadPolicies());
const sdks = join(root, 'sdks');

/** The library as it lies in the repository: where the sample finds it, or what the environment says of that. */
const places: Record<LibraryLanguage, { adapted?: (code: string) => string; env?: Record<string, string> }> = {
  javascript: {
    adapted: (code) => code.replace('@orbinto/node', pathToFileURL(join(sdks, 'node/src/orbinto.ts')).href),
  },
  python: { env: { PYTHONPATH: join(sdks, 'python/src') } },
  php: {
    // One process runs them all, and loads the library once.
    adapted: (code) =>
      code.replace("require 'vendor/autoload.php'", `require_once '${join(sdks, 'php/autoload.php')}'`),
  },
  ruby: { env: { RUBYLIB: join(sdks, 'ruby/lib') } },
};

let mock: WatchedMock;
let folder = '';
beforeAll(async () => {
  mock = await WatchedMock.start();
  folder = await mkdtemp(join(tmpdir(), 'calls-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

describe.each(Object.keys(places) as LibraryLanguage[])('the calls of the library for %s', (language) => {
  needsProgram(language, canRun(language));

  test('are answered with success, each by its operation, without a warning', { timeout: 120_000 }, async () => {
    const { adapted = (code: string) => code, env } = places[language];
    const codes = methods.map((method) => [method.operationId, adapted(callSamples[language](method))] as const);
    const key = `sk_test_calls${language}`;
    const printed = await runSamples(language, Object.fromEntries(codes), {
      folder,
      env: { ...env, ORBINTO_API_KEY: key, ORBINTO_BASE_URL: `${mock.url}/v1` },
    });
    expect(printed).toContain('amara.okafor@example.com');
    const answers = mock.answersTo(key);
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    expect(new Set(answers.map((answer) => operationAt(answer)?.operationId))).toEqual(
      new Set(methods.map(({ operationId }) => operationId)),
    );
  });
});
