import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { StorageError } from '../../src/sandbox/store/record-store.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { Flow } from '../oauth/flow.ts';
import { operations, violations } from './contract.ts';
import { recorded } from './recorded.ts';
import { exampleRequest } from './requests.ts';
import { freshKey, openMemory, openTransport, TRANSPORTS } from './transports.ts';
import type { Transport } from './transports.ts';
import { triggerOf } from './triggers.ts';
import type { Trigger } from './triggers.ts';

interface ErrorBody {
  error: { type: string; code: string; message: string; param?: string; status: number; request_id: string };
}

interface Documented {
  readonly operation: Operation;
  readonly status: number;
  readonly code: string;
}

const { errors: catalogue, plans, scopes } = await loadPolicies();

/** Every error of every operation. */
const documented: readonly Documented[] = operations.flatMap((operation) =>
  operation.responses.flatMap(({ status, extensions }) =>
    ((extensions['x-error-codes'] ?? []) as string[]).map((code) => ({ operation, status: Number(status), code })),
  ),
);

/** Brought about by other means than one request: see below. */
const SPECIAL = new Set(['rate_limit_exceeded', 'internal_error', 'webhook_limit_reached']);
const triggered = documented.filter(({ code }) => !SPECIAL.has(code));

/** A token that may do anything but this operation. */
async function tokenWithout(operation: Operation, { send, base }: Transport): Promise<string> {
  const needed = operation.security.flatMap((alternative) => alternative['oauth2'] ?? []);
  const others = scopes.map(({ id }) => id).filter((id) => !needed.includes(id));
  const { access_token } = await new Flow(send, base).signIn({ scope: others.join(' ') });
  return access_token;
}

async function expectError(response: Response, { operation, status, code }: Documented): Promise<ErrorBody['error']> {
  expect(await violations(operation, response.clone())).toEqual([]);
  const { error } = (await response.json()) as ErrorBody;
  const { type } = catalogue.find((entry) => entry.code === code) ?? {};
  expect(error).toMatchObject({ code, status, type });
  expect(response.status).toBe(status);
  expect(error.request_id).toBe(response.headers.get('X-Request-Id'));
  expect(error.message).not.toMatch(/[{}]|undefined|null\b/);
  return error;
}

test('every documented error has a trigger', () => {
  const missing = triggered.filter(({ operation, code }) => triggerOf(operation, code) === undefined);
  const names = missing.map(({ operation, code }) => `${operation.operationId} ${code}`);
  expect(names, 'want a request that brings them about, in tests/contract/triggers.ts').toEqual([]);
  expect(triggered.length).toBeGreaterThan(300);
});

describe.each(TRANSPORTS)('%s', (_name, open) => {
  let sandbox: Transport;
  beforeAll(async () => {
    sandbox = recorded(await open());
  });
  afterAll(() => sandbox.close());

  test.each(triggered)('$operation.operationId answers $status $code', async (error) => {
    const trigger = triggerOf(error.operation, error.code) as Trigger;
    const { operation, code } = error;
    const key = code === 'insufficient_scope' ? await tokenWithout(operation, sandbox) : freshKey();
    const request = exampleRequest(operation, sandbox.base, { key, ...trigger });
    const { param } = await expectError(await sandbox.send(request), error);
    expect(param).toBe(trigger.param);
    sandbox.rest();
  });
});

test.each(documented.filter(({ code }) => code === 'rate_limit_exceeded'))(
  '$operation.operationId answers 429 rate_limit_exceeded',
  async (error) => {
    const sandbox = recorded(await openTransport());
    const key = freshKey('_free');
    const burst = plans.find(({ id }) => id === 'free')?.burst_per_second ?? 0;
    for (let sent = 0; sent < burst; sent += 1) {
      const response = await sandbox.send(exampleRequest(error.operation, sandbox.base, { key }));
      expect(response.status).not.toBe(429);
    }
    const response = await sandbox.send(exampleRequest(error.operation, sandbox.base, { key }));
    expect(response.headers.get('Retry-After')).toBe('1');
    const { message } = await expectError(response, error);
    expect(message).toBe('Too many requests: the Free plan allows 10 per second. Try again in 1 second.');
  },
);

test.each(documented.filter(({ code }) => code === 'webhook_limit_reached'))(
  '$operation.operationId answers 409 webhook_limit_reached for one more than a workspace may have, and takes one for one that is deleted',
  async (error) => {
    const { limits } = await loadPolicies();
    expect(error.operation.description).toContain(`at most ${limits.webhooks_per_workspace} webhooks`);
    const sandbox = recorded(await openTransport());
    const create = () => sandbox.send(exampleRequest(error.operation, sandbox.base, { key: 'sk_test_manywebhooks' }));
    // One is there from the start.
    for (let made = 1; made < limits.webhooks_per_workspace; made += 1) {
      expect((await create()).status).toBe(201);
      sandbox.rest();
    }
    await expectError(await create(), error);
    const remove = operations.find(({ operationId }) => operationId === 'deleteWebhook') as Operation;
    await sandbox.send(exampleRequest(remove, sandbox.base, { key: 'sk_test_manywebhooks' }));
    expect((await create()).status).toBe(201);
  },
);

// No disk can be filled from outside of the engine.
test.skipIf(isOnWorkerd).each(documented.filter(({ code }) => code === 'internal_error'))(
  '$operation.operationId answers 500 internal_error when its records cannot be kept',
  async (error) => {
    const failing = {
      transact: () => {
        throw new StorageError('The disk is full');
      },
      drop: () => undefined,
      close: () => undefined,
    };
    const reported: unknown[] = [];
    const sandbox = recorded(await openMemory({ store: failing, report: (failure) => reported.push(failure) }));
    const { message } = await expectError(await sandbox.send(exampleRequest(error.operation, sandbox.base)), error);
    expect(message).not.toContain('disk');
    expect(reported).toContainEqual(new StorageError('The disk is full'));
  },
);
