import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { callSamples } from '../../src/generators/sdk/call-sample.ts';
import type { LibraryLanguage } from '../../src/generators/sdk/call-sample.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { needsProgram } from '../programs.ts';
import { operationAt, WatchedMock } from '../samples/workspace.ts';

const { methods } = sdkModel(await loadDocument(SPEC_FILE), await loadPolicies());
const sdks = join(root, 'sdks');

/** Runs all samples of a language one after the other in one process, by what stands in the environment and in `all`. */
interface Player {
  program: string;
  extension: string;
  /** The sample, with the library where it is here. */
  adapted: (code: string) => string;
  /** A program that runs the files it is given. */
  play: string;
  options?: string[];
}

const players: Record<LibraryLanguage, Player> = {
  javascript: {
    program: process.execPath,
    extension: 'mjs',
    adapted: (code) => code.replace('@orbinto/node', pathToFileURL(join(sdks, 'node/src/orbinto.ts')).href),
    play: "import { pathToFileURL } from 'node:url';\nfor (const file of process.argv.slice(2)) await import(pathToFileURL(file));",
  },
  python: {
    program: 'python3',
    extension: 'py',
    adapted: (code) => code,
    play: `import runpy, sys\nsys.path.insert(0, ${JSON.stringify(join(sdks, 'python/src'))})\nfor file in sys.argv[1:]:\n    runpy.run_path(file)`,
    options: ['-X', 'dev', '-W', 'error'],
  },
  php: {
    program: 'php',
    extension: 'php',
    adapted: (code) =>
      code.replace("'vendor/autoload.php'", `'${join(sdks, 'php/autoload.php')}'`).replace('require ', 'require_once '),
    play: '<?php\nerror_reporting(E_ALL);\nforeach (array_slice($argv, 1) as $file) (function () use ($file) { require $file; })();',
  },
  ruby: {
    program: 'ruby',
    extension: 'rb',
    adapted: (code) => code,
    play: 'ARGV.each { |file| load file }',
    options: ['-w', '-I', join(sdks, 'ruby/lib')],
  },
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

describe.each(Object.entries(players))('the calls of the library for %s', (language, player) => {
  needsProgram(player.program);

  test('are answered with success, each by its operation, without a warning', { timeout: 120_000 }, async () => {
    const files = await Promise.all(
      methods.map(async (method) => {
        const file = join(folder, `${method.operationId}.${player.extension}`);
        await writeFile(file, player.adapted(callSamples[language as LibraryLanguage](method)));
        return file;
      }),
    );
    const program = join(folder, `play.${player.extension}`);
    await writeFile(program, player.play);
    const key = `sk_test_calls${language}`;
    const { stdout, stderr } = await promisify(execFile)(
      player.program,
      [...(player.options ?? []), program, ...files],
      {
        env: { ...process.env, ORBINTO_API_KEY: key, ORBINTO_BASE_URL: `${mock.url}/v1` },
        maxBuffer: 20_000_000,
      },
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('amara.okafor@example.com');
    const answers = mock.answersTo(key);
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    expect(new Set(answers.map((answer) => operationAt(answer)?.operationId))).toEqual(
      new Set(methods.map(({ operationId }) => operationId)),
    );
  });
});
