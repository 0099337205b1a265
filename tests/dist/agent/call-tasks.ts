/** Tasks that end with a call of an operation. */
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { readOperationPage, sampleRequest } from './operation-page.ts';
import type { OperationPage } from './operation-page.ts';
import { codeBlock, section, told } from './read-markdown.ts';
import type { AgentTask } from './task.ts';

type Fields = Record<string, unknown>;
interface ApiError {
  readonly error: { readonly code: string };
}

/** The body that a page of an operation gives as an example. */
function exampleBody({ page }: OperationPage): Fields {
  return JSON.parse(codeBlock(section(page, /^Request body/), ({ language }) => language === 'json').text) as Fields;
}

/** The sample of a page with another body. */
function withBody(operation: OperationPage, key: string, body: string | Uint8Array<ArrayBuffer>): Request {
  const { url, method, headers } = sampleRequest(operation, key);
  return new Request(url, { method, headers, body });
}

export const createContact: AgentTask = {
  name: 'Create a contact',
  async perform(reader, person) {
    await reader.open();
    await reader.read({ rel: 'service-doc' });
    const operation = readOperationPage(await reader.read({ text: 'Create a contact' }));
    const example = exampleBody(operation);
    const body = Object.fromEntries(operation.required.map((name) => [name, example[name]]));
    const sample = sampleRequest(operation, person.key);
    expect(`${sample.method} ${sample.url}`).toBe(`${operation.method} ${operation.sandbox}${operation.path}`);
    const made = await person.fetch(withBody(operation, person.key, JSON.stringify(body)));
    expect(made.status).toBe(201);
    const { data } = await person.see<{ data: Fields[] }>(`/v1/contacts?email=${String(body.email)}`);
    expect(data).toMatchObject([body]);
  },
};

export const findScope: AgentTask = {
  name: 'Find the scope that an operation takes',
  async perform(reader, person) {
    await reader.open();
    await reader.read({ rel: 'service-doc' });
    const operation = readOperationPage(await reader.read({ text: 'Close a conversation' }));
    const { scopes_supported } = await person.see<{ scopes_supported: string[] }>(
      '/.well-known/oauth-authorization-server',
    );
    const others = scopes_supported.filter((scope) => scope !== operation.scope);
    const refused = await person.fetch(sampleRequest(operation, await person.grant(others)));
    expect(refused.status).toBe(403);
    const closed = await person.fetch(sampleRequest(operation, await person.grant([operation.scope])));
    expect(closed.status).toBe(200);
    const { id } = (await closed.json()) as { id: string };
    expect(await person.see(`/v1/conversations/${id}`)).toMatchObject({ status: 'closed' });
  },
};

export const subscribeToEvents: AgentTask = {
  name: 'Subscribe to every event',
  async perform(reader, person) {
    await reader.open();
    await reader.read({ rel: 'service-doc' });
    const list = await reader.read({ text: 'Events' });
    const events = [...list.matchAll(/^- \[`([^`]+)`\]/gm)].map(([, name = '']) => name);
    const operation = readOperationPage(await reader.read({ text: 'Create a webhook' }));
    const body = JSON.stringify({ ...exampleBody(operation), url: 'http://127.0.0.1:3000/', events });
    const made = await person.fetch(withBody(operation, person.key, body));
    expect(made.status).toBe(201);
    await person.causeEvents();
  },
};

export const largestBody: AgentTask = {
  name: 'Send as large a body as there may be',
  async perform(reader, person) {
    await reader.open();
    await reader.read({ rel: 'service-doc' });
    const operation = readOperationPage(await reader.read({ text: 'Create a contact' }));
    const refusal = section(operation.page, /^413 /);
    const [number = '', unit = ''] = told(refusal, /over (\d+ [KM]iB)/, 'how large a body may be').split(' ');
    const limit = Number(number) * (unit === 'MiB' ? 2 ** 20 : 2 ** 10);
    const code = told(refusal, /^- code: \[`(\w+)`\]/m, 'its code');
    const body = JSON.stringify(exampleBody(operation));
    const send = (size: number) => person.fetch(withBody(operation, person.key, body.padEnd(size)));
    const refused = await send(limit + 1);
    expect([refused.status, ((await refused.json()) as ApiError).error.code]).toEqual([413, code]);
    expect((await send(limit)).status).toBe(201);
  },
};

export const mendError: AgentTask = {
  name: 'Look an error up, and mend the request',
  async perform(reader, person) {
    const wrong = person.refusedRequest();
    const refused = await person.fetch(wrong.clone());
    const { code } = ((await refused.json()) as ApiError).error;
    await reader.open();
    await reader.read({ rel: 'api-catalog' });
    const catalogue = JSON.parse(await reader.read({ path: /errors\.json$/ })) as {
      errors: { code: string; fix: string }[];
    };
    const fix = catalogue.errors.find((error) => error.code === code)?.fix ?? '';
    const header = told(fix, /`([\w-]+: [^`]+)`/, 'what to send');
    const mended = new Request(wrong);
    mended.headers.set(header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 2));
    expect((await person.fetch(mended)).status).toBe(201);
  },
};

interface Change {
  readonly operations: readonly string[];
  readonly message: string;
}

export const changesSince: AgentTask = {
  name: 'Learn what a release changes for a request',
  async perform(reader, person) {
    await reader.open();
    await reader.read({ rel: 'api-catalog' });
    const { versions } = JSON.parse(await reader.read({ path: /changes\.json$/ })) as {
      versions: { since: string | null; changes: Change[] }[];
    };
    const reference = await reader.read({ rel: 'service-doc', type: 'text/markdown' });
    const sandbox = told(reference, /^- `([^`]+)`: Sandbox/m, 'where the sandbox listens');
    const [method = '', path = ''] = told(reference, /^- \[Create a contact\]\([^)]*\): `([^`]+)`/m, 'the path').split(
      ' ',
    );
    const since = versions.slice(0, versions.findIndex((version) => version.since === '1.0.0') + 1);
    const touching = since
      .flatMap(({ changes }) => changes)
      .filter(({ operations, message }) => operations.includes('createContact') && /encoding/.test(message));
    expect(touching).toHaveLength(1);
    const [, status, code] = /^`(\d+)`.* new error code `(\w+)`/.exec(touching[0]?.message ?? '') ?? [];
    const refused = await person.fetch(
      new Request(sandbox + path, {
        method,
        headers: {
          Authorization: `Bearer ${person.key}`,
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
        },
        body: gzipSync('{"email":"ada@example.com"}'),
      }),
    );
    expect([String(refused.status), ((await refused.json()) as ApiError).error.code]).toEqual([status, code]);
  },
};
