import { lint, loadConfig } from '@redocly/openapi-core';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openPrivateSandbox } from '../../src/sandbox/browser.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { readDocument } from '../../src/site/demo/workflows/arazzo/read-document.ts';
import type { StepRequest } from '../../src/site/demo/workflows/arazzo/step-request.ts';
import { WorkflowRun } from '../../src/site/demo/workflows/arazzo/workflow-run.ts';
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
  request: { method: string; url: string; postData?: { text: string } };
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

/** What one request was, and what was answered, without what differs between two runs: times, secrets, request ids. */
interface Call {
  readonly request: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

function withoutTimes(text: string): unknown {
  if (text === '') return undefined;
  return JSON.parse(text.replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"time"').replace(/"(whsec|req)_[^"]+"/g, '"$1"'));
}

/** The same workflows, run one after the other as the page runs them. */
async function runAsThePage(key: string): Promise<Call[]> {
  const calls: Call[] = [];
  const sandbox = openPrivateSandbox();
  const send = async ({ method, target, headers, body }: StepRequest) => {
    const list = headers.map(([name, value]): [string, string] => [name, value]);
    const init = { method, headers: list, ...(body !== undefined && { body }) };
    const response = await sandbox.fetch(new Request(`https://api.orbinto.com/v1${target}`, init));
    const answer = withoutTimes(await response.clone().text());
    const sent = body === undefined ? undefined : (JSON.parse(body) as unknown);
    calls.push({ request: `${method} ${target}`, body: sent, status: response.status, answer });
    return response;
  };
  const workflows = readDocument(document);
  const byId = Object.fromEntries(operations.map((operation) => [operation.operationId, operation]));
  for (const { workflowId } of workflows) {
    const run = new WorkflowRun(workflows, byId, { workflowId, inputs: { api_key: key } });
    while (run.next) await run.goOn(send);
    expect(run.hasFailed, workflowId).toBe(false);
  }
  return calls;
}

test(
  'the runner of the site sends what respect sends, value for value, and is answered alike',
  { timeout: 60_000 },
  async () => {
    const key = freshKey();
    const { sent } = await respect(key);
    const theirs = sent.map(({ request, response }): Call => {
      const { pathname, search } = new URL(request.url);
      const body = request.postData?.text;
      return {
        request: `${request.method} ${pathname.slice('/v1'.length)}${search}`,
        body: body === undefined || body === '' ? undefined : (JSON.parse(body) as unknown),
        status: response.status,
        answer: withoutTimes(response.content.text),
      };
    });
    expect(theirs.length).toBeGreaterThan(20);
    expect(await runAsThePage(key)).toEqual(theirs);
  },
);
