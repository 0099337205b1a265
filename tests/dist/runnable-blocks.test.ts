import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { keyMark } from '../../src/site/runnable/runnable-request.ts';
import type { RunnableRequest } from '../../src/site/runnable/runnable-request.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The requests of a page's runnable blocks, as its readers get them. */
function blocksOf(file: string): RunnableRequest[] {
  const blocks: RunnableRequest[] = [];
  const visit = (node: Node): void => {
    if ('attribs' in node && node.attribs['data-runnable'] !== undefined) {
      blocks.push(JSON.parse(node.attribs['data-runnable']) as RunnableRequest);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  parseDocument(readFileSync(join(dist, file), 'utf8')).children.forEach(visit);
  return blocks;
}

async function order(sandbox: Sandbox, recipe: string): Promise<void> {
  const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
  const init = { method: 'PUT', headers, body: JSON.stringify({ recipe }) };
  expect((await sandbox.fetch(new Request('http://sandbox/_sandbox/faults', init))).status).toBe(200);
}

/** The status is 0 where the connection is cut before the end of the answer. */
async function answerOf(answer: Promise<Response>): Promise<{ status: number; text: string }> {
  try {
    const response = await answer;
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}

const pages = globSync('guides/*/index.html', { cwd: dist }).map((file) => ({ file, blocks: blocksOf(file) }));

test('every guide has a runnable block', () => {
  expect(pages.length).toBeGreaterThanOrEqual(10);
  expect(pages.filter(({ blocks }) => blocks.length === 0).map(({ file }) => file)).toEqual([]);
});

describe.each(pages)('the runnable blocks of $file', ({ blocks }) => {
  test('give, one after the other, the statuses that their text speaks of', async () => {
    const clock = new ManualClock();
    const sandbox = createSandbox({ clock });
    for (const { method, target, headers, body, status, recipe } of blocks) {
      if (recipe !== undefined) await order(sandbox, recipe);
      const request = new Request(`http://sandbox/v1${target}`, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value.replaceAll(keyMark, 'sk_test_admin')]),
        ...(body !== undefined && { body }),
      });
      const answer = answerOf(sandbox.fetch(request));
      let isThere = false;
      void answer.finally(() => (isThere = true));
      // An answer may be late, by the clock.
      while (!isThere) {
        await new Promise(setImmediate);
        clock.advance(1000);
      }
      const { status: answered, text } = await answer;
      expect(answered, `${method} ${target}: ${text}`).toBe(status);
    }
    await sandbox.close();
  });
});
