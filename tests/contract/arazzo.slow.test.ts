import { lint, loadConfig } from '@redocly/openapi-core';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { operations } from './contract.ts';
import { freshKey } from './transports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FILE = join(root, 'spec/arazzo.yaml');
const REDOCLY = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

interface Workflow {
  workflowId: string;
  steps: { stepId: string; operationId?: string }[];
}
interface Exchange {
  request: { method: string; url: string };
  response: { status: number; content: { text: string } };
}

const document = parse(readFileSync(FILE, 'utf8')) as {
  arazzo: string;
  sourceDescriptions: { url: string }[];
  workflows: Workflow[];
};

let mock: Awaited<ReturnType<typeof startMock>>;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'arazzo-'));
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

/** Runs the workflows as a reader does, with the server and the key of the mock, and records what was sent. */
async function respect(key: string, ...flags: string[]): Promise<{ code: number; output: string; sent: Exchange[] }> {
  const har = join(folder, `${key}.har`);
  const server = `orbinto=${mock.url}/v1`;
  const args = [REDOCLY, 'respect', FILE, '-S', server, '-i', `api_key=${key}`, '-H', har, ...flags];
  const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, ...QUIET } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
  const log = JSON.parse(readFileSync(har, 'utf8')) as { log: { entries: Exchange[] } };
  return { code, output, sent: log.log.entries };
}

describe('the workflows', () => {
  test('pass the recommended rules of the linter without an error or a warning', async () => {
    const config = await loadConfig({ configPath: join(root, 'redocly.yaml') });
    const problems = await lint({ ref: FILE, config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
    expect(document.arazzo).toMatch(/^1\.0\./);
  });

  test('call operations of the specification, by their ids', () => {
    const called = document.workflows.flatMap(({ steps }) => steps.flatMap(({ operationId }) => operationId ?? []));
    const known = operations.map(({ operationId }) => operationId);
    expect(called.filter((operationId) => !known.includes(operationId))).toEqual([]);
    expect(readFileSync(FILE, 'utf8')).not.toContain('operationPath');
  });

  test('name a document that lies beside them, in the sources and on the site', () => {
    for (const { url } of document.sourceDescriptions) {
      expect(existsSync(join(root, 'spec', url)), url).toBe(true);
      expect(existsSync(join(root, 'src/site/pages', `${url}.ts`)), url).toBe(true);
    }
  });
});

describe('respect', { timeout: 60_000 }, () => {
  test.each(['first', 'second'])('runs every workflow green in a fresh workspace, the %s time', async () => {
    const { code, output } = await respect(freshKey());
    expect(output).toContain(`Workflows: ${document.workflows.length} passed, ${document.workflows.length} total`);
    expect(code).toBe(0);
    for (const { workflowId } of document.workflows) expect(output).toContain(`/ ${workflowId}`);
  });

  test('runs them again in the same workspace, since they delete what they create', async () => {
    const key = freshKey();
    await respect(key);
    expect((await respect(key)).code).toBe(0);
  });

  test('meets each conversation once when it pages through everything', async () => {
    const { sent } = await respect(freshKey(), '-w', 'pageThroughEverything');
    const pages = sent.map(({ response }) => JSON.parse(response.content.text) as { data: { id: string }[] });
    const ids = pages.flatMap(({ data }) => data.map(({ id }) => id));
    expect(pages.map(({ data }) => data.length)).toEqual([50, 50, 42]);
    expect(new Set(ids).size).toBe(142);
  });

  test('fails where the key may only read', async () => {
    const { code, output } = await respect(freshKey('_read'), '-w', 'contactLifeCycle');
    expect(code).toBe(1);
    expect(output).toContain('1 failed');
  });
});
