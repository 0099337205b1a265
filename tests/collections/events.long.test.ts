/** What others say of the events as AsyncAPI, and of the workflow that waits for one. */
import { lint, loadConfig } from '@redocly/openapi-core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { collectionTool, hasCollectionTools } from '../../scripts/collection-tools.ts';
import { root } from '../../scripts/paths.ts';
import { asyncApiDocument } from '../../src/generators/asyncapi.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { listWebhooks } from '../../src/openapi/model/operations.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { operations } from '../contract/contract.ts';
import { freshKey } from '../contract/transports.ts';
import { needsProgram } from '../programs.ts';
import { runWithEvents } from './run-with-events.ts';
import type { EventStep, Message, World } from './run-with-events.ts';

const WORKFLOWS = join(root, 'spec/arazzo-1.1.yaml');
const source = await loadDocument(SPEC_FILE);
const events = listWebhooks(source);
const document = asyncApiDocument(source, { title: 'Orbinto webhooks', description: 'Events.', endpoint: 'Yours.' });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'events-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function redocly(ref: string): Promise<string[]> {
  const problems = await lint({ ref, config: await loadConfig({ configPath: join(root, 'redocly.yaml') }) });
  return problems.map(({ message, location, severity }) => `${severity} ${location[0]?.pointer}: ${message}`);
}

function written(value: object): string {
  const file = join(folder, 'asyncapi.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

interface Diagnostic {
  severity: number;
  message: string;
  path: string[];
}
interface Parsed {
  document?: { operations(): { all(): unknown[] }; messages(): { all(): unknown[] } };
  diagnostics: Diagnostic[];
}

describe('the AsyncAPI document, by the parser of AsyncAPI,', () => {
  needsProgram('what CI gets into tests/collections/tools', hasCollectionTools);

  const parsed = (value: object): Promise<Parsed> => {
    const { Parser } = createRequire(import.meta.url)(collectionTool('@asyncapi/parser')) as {
      Parser: new () => { parse(text: string): Promise<Parsed> };
    };
    return new Parser().parse(JSON.stringify(value));
  };

  test('is without error or warning, and has all events', async () => {
    const { document: read, diagnostics } = await parsed(document);
    // The only word is the advice to use the newest version of AsyncAPI, which fewer tools read.
    expect(diagnostics.filter(({ severity, path }) => severity < 2 || path.join() !== 'asyncapi')).toEqual([]);
    expect(read?.operations().all()).toHaveLength(events.length);
    expect(read?.messages().all()).toHaveLength(events.length);
  });

  test('would be told of a fault', async () => {
    const broken = structuredClone(document) as { operations: Record<string, { action: string }> };
    for (const operation of Object.values(broken.operations)) operation.action = 'shout';
    const { diagnostics } = await parsed(broken);
    expect(diagnostics.filter(({ severity }) => severity === 0)).not.toEqual([]);
  });
});

test('the AsyncAPI document has no error for Redocly, whose one warning is that webhooks ask for no key', async () => {
  const said = await redocly(written(document));
  expect(said.filter((text) => !/^warn .*security defined/.test(text))).toEqual([]);
});

describe('the workflow that waits for its event', () => {
  const workflows = parse(readFileSync(WORKFLOWS, 'utf8')) as {
    arazzo: string;
    sourceDescriptions: { name: string; type: string; url: string }[];
    workflows: { steps: EventStep[] }[];
    components: { parameters: World['shared'] };
  };
  const steps = workflows.workflows.flatMap((workflow) => workflow.steps);

  test('passes the rules of Redocly, which knows Arazzo 1.1', async () => {
    expect(workflows.arazzo).toMatch(/^1\.1\./);
    expect(await redocly(WORKFLOWS)).toEqual([]);
  });

  test('calls operations of the two documents that lie beside it on the site', () => {
    const known: Record<string, readonly string[]> = {
      'openapi.yaml': operations.map(({ operationId }) => operationId),
      'asyncapi.yaml': Object.keys((document as { operations: object }).operations),
    };
    for (const { operationId } of steps) {
      const [, name, id] = /^\$sourceDescriptions\.(\w+)\.(\w+)$/.exec(operationId) ?? [];
      const { url = '' } = workflows.sourceDescriptions.find((one) => one.name === name) ?? {};
      expect(known[url], operationId).toContain(id);
    }
    expect(steps.map(({ action }) => action).filter(Boolean)).toEqual(['receive']);
  });

  /** An endpoint on this machine; what it has received, and who waits for more. */
  async function endpoint() {
    const messages: Message[] = [];
    const waiting = new Set<() => void>();
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        const headers = new Headers(request.headers as Record<string, string>);
        messages.push({ headers, payload: JSON.parse(body) as Message['payload'] });
        response.end();
        for (const look of waiting) look();
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const receive: World['receive'] = (fits, timeout) =>
      new Promise((resolve, reject) => {
        const over = setTimeout(() => reject(new Error('No message came in time')), timeout);
        const look = () => {
          const found = messages.find(fits);
          if (!found) return;
          clearTimeout(over);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/hook`, receive, close: () => server.close() };
  }

  test('runs against the sandbox: the message’s own event comes in, and the message is read by it', async () => {
    const [mock, hook] = await Promise.all([startMock({ port: 0 }), endpoint()]);
    const world: World = {
      operations: Object.fromEntries(operations.map((operation) => [operation.operationId, operation])),
      shared: workflows.components.parameters,
      baseUrl: `${mock.url}/v1`,
      receive: hook.receive,
    };
    const key = freshKey();
    try {
      const outputs = await runWithEvents(steps, { api_key: key, url: hook.url }, world);
      expect(outputs.hear?.event).toMatch(/^evt_/);
      expect(outputs.hear?.message).toBe(outputs.write?.id);
      // Without the event the run does not get past the step that waits for it.
      const deaf: World = { ...world, receive: () => Promise.reject(new Error('No message came in time')) };
      await expect(runWithEvents(steps, { api_key: key, url: hook.url }, deaf)).rejects.toThrow('in time');
    } finally {
      hook.close();
      await mock.close();
    }
  });
});
