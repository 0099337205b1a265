/** The collections, each run by its own program against the sandbox over HTTP, all at the same time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionTool, hasCollectionTools } from '../../scripts/collection-tools.ts';
import { findHurl } from '../../scripts/hurl.ts';
import { hasInso } from '../../scripts/inso.ts';
import { collectionFiles } from '../../src/generators/collection-files.ts';
import { collectionOf } from '../../src/generators/collection/collection.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { freshKey } from '../contract/transports.ts';
import { execute, needsProgram } from '../programs.ts';
import type { Outcome } from '../programs.ts';
import { runInsomnia } from './run-insomnia.ts';

const collection = collectionOf(await loadDocument(SPEC_FILE));
const requests = collection.folders.flatMap((folder) => folder.requests);
const NAME = 'Development (sandbox)';

let mock: Awaited<ReturnType<typeof startMock>>;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'collections-'));
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

/** The files as a reader unpacks them, with a key of their own; the folder they are in. */
function unpack(apiKey = freshKey()): string {
  const place = mkdtempSync(join(folder, 'run-'));
  const environment = { id: 'sandbox', name: NAME, baseUrl: `${mock.url}/v1`, apiKey };
  for (const [path, text] of collectionFiles(collection, [environment], 'orbinto')) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

/** Runs a command of the page “Downloads” in a program's folder, by the program that is installed here. */
function run(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return execute([process.execPath, collectionTool(program), ...args], { cwd, timeout: 170_000 });
}

const http = (place: string) =>
  run('httpyac/bin/httpyac.js', ['send', 'orbinto.http', '--all', '--env', 'sandbox'], join(place, 'http'));

describe('a run from top to bottom, in a fresh workspace,', { concurrent: true, timeout: 180_000 }, () => {
  describe('by programs from npm,', () => {
    needsProgram('what CI gets into tests/collections/tools', hasCollectionTools);

    test('is green in Bruno', async () => {
      const place = join(unpack(), 'bruno');
      const { exit, stdout } = await run('@usebruno/cli/bin/bru.js', ['run', '-r', '--env', NAME], place);
      expect(stdout).toMatch(new RegExp(`Requests\\s+│ ${requests.length} \\(${requests.length} Passed\\)`));
      expect(exit, stdout).toBe(0);
    });

    test('is green in httpYac, which reads the files of JetBrains’ editors', async () => {
      const { exit, stdout } = await http(unpack());
      expect(stdout).toContain(`${requests.length} requests processed (${requests.length} succeeded)`);
      expect(exit, stdout).toBe(0);
    });

    test('is red in httpYac where the key may only read', async () => {
      const { stdout } = await http(unpack(freshKey('_read')));
      expect(stdout).toContain('Create a contact: 201 Created');
      expect(stdout).not.toContain(`(${requests.length} succeeded)`);
    });

    test('is green in Hoppscotch', async () => {
      const place = join(unpack(), 'hoppscotch');
      const files = ['orbinto-hoppscotch.json', '-e', 'orbinto-hoppscotch-sandbox.json'];
      const { exit, stdout } = await run('@hoppscotch/cli/bin/hopp.js', ['test', ...files], place);
      expect(stdout).toContain(`Requests: 0 failed ${requests.length} passed`);
      expect(stdout).toMatch(/Test Cases: 0 failed \d{3} passed/);
      expect(exit, stdout).toBe(0);
    });
  });

  describe('by Hurl,', () => {
    needsProgram('Hurl', () => findHurl() !== undefined);

    const hurl = (place: string) => {
      const args = ['--test', '--variables-file', 'orbinto-sandbox.properties', 'orbinto.hurl'];
      return execute([findHurl() ?? 'hurl', ...args], { cwd: join(place, 'hurl') });
    };

    test('is green', async () => {
      const { exit, stderr } = await hurl(unpack());
      expect(stderr).toMatch(new RegExp(`Executed requests: +${requests.length} `));
      expect(exit, stderr).toBe(0);
    });

    test('is red where the key may only read', async () => {
      const { exit, stderr } = await hurl(unpack(freshKey('_read')));
      expect(stderr).toContain('HTTP 201');
      expect(exit).not.toBe(0);
    });
  });

  describe('by Insomnia’s inso,', () => {
    needsProgram('Insomnia’s inso', hasInso);

    const insomnia = (place: string) => runInsomnia(join(place, 'insomnia/orbinto-insomnia.json'), NAME);

    test('is green, and of records of its own', async () => {
      const { exit, stdout, stderr, ids } = await insomnia(unpack());
      expect(stdout).toContain(`${requests.length} passing`);
      expect(exit, stdout + stderr).toBe(0);
      const created = collection.ids.filter(({ from }) => from === 'record');
      for (const { variable, example } of created) expect(ids[variable], variable).not.toBe(example);
    });

    test('is red where the key may only read', async () => {
      const { exit, stdout } = await insomnia(unpack(freshKey('_read')));
      expect(stdout).toContain('Create a contact: 201 Created');
      expect(stdout).toContain('✓ List contacts');
      expect(exit).toBe(1);
    });
  });
});
