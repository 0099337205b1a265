import newman from 'newman';
import type { NewmanRunOptions, NewmanRunSummary } from 'newman';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmanEnvironment } from '../../src/generators/postman-environment.ts';
import { postmanCollection } from '../../src/generators/postman.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { operations } from './contract.ts';
import { freshKey } from './transports.ts';

// As JSON, the way a reader imports it.
const collection = JSON.parse(
  JSON.stringify(postmanCollection(await loadDocument(SPEC_FILE))),
) as NewmanRunOptions['collection'];
let mock: Awaited<ReturnType<typeof startMock>>;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** Runs the collection as `newman run` does, from top to bottom. */
function run(apiKey: string): Promise<NewmanRunSummary> {
  const environment = postmanEnvironment({ name: 'Test', baseUrl: `${mock.url}/v1`, apiKey });
  return new Promise((resolve, reject) => {
    newman.run({ collection, environment, timeoutRequest: 10_000 }, (error, summary) => {
      if (error) reject(error);
      else resolve(summary);
    });
  });
}

function failures({ run: { failures: failed } }: NewmanRunSummary): string[] {
  return failed.map(({ source, error }) => `${source?.name}: ${error.test ?? ''} ${error.message}`);
}

describe('newman', { timeout: 60_000 }, () => {
  test.each(['first', 'second'])(
    'runs the collection without a failure in a fresh workspace, the %s time',
    async () => {
      const summary = await run(freshKey());
      expect(failures(summary)).toEqual([]);
      expect(summary.run.stats.requests).toMatchObject({ total: operations.length, failed: 0 });
      expect(summary.run.stats.assertions.total).toBeGreaterThanOrEqual(2 * operations.length);
    },
  );

  test('runs it again in the same workspace, since a run deletes what it has created', async () => {
    const key = freshKey();
    expect(failures(await run(key))).toEqual([]);
    expect(failures(await run(key))).toEqual([]);
  });

  test('works on the records that the run has created, not on the examples', async () => {
    const {
      run: { executions },
    } = await run(freshKey());
    const paths = executions.map(({ request }) => `${request.method} ${request.url.getPath()}`);
    expect(paths.filter((path) => path.startsWith('DELETE')).map((path) => path.replace(/_\w+$/, '_'))).toEqual([
      'DELETE /v1/contacts/con_',
      'DELETE /v1/chatbots/bot_',
      'DELETE /v1/webhooks/wh_',
    ]);
    expect(paths.join('\n')).not.toMatch(/con_(abc123|def456|ghi789)|bot_ghi789|wh_abc123/);
  });

  test('fails where the key may only read', async () => {
    const failed = failures(await run(freshKey('_read')));
    expect(failed).toContainEqual(expect.stringContaining('Create a contact: 201 Created'));
    expect(failed).not.toContainEqual(expect.stringContaining('List contacts'));
  });
});
