import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
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

const pages = globSync('guides/*/index.html', { cwd: dist }).map((file) => ({ file, blocks: blocksOf(file) }));

test('every guide has a runnable block', () => {
  expect(pages.length).toBeGreaterThanOrEqual(10);
  expect(pages.filter(({ blocks }) => blocks.length === 0).map(({ file }) => file)).toEqual([]);
});

describe.each(pages)('the runnable blocks of $file', ({ blocks }) => {
  test('give, one after the other, the statuses that their text speaks of', async () => {
    const sandbox = createSandbox();
    for (const { method, target, headers, body, status } of blocks) {
      const request = new Request(`http://sandbox/v1${target}`, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value.replaceAll(keyMark, 'sk_test_admin')]),
        ...(body !== undefined && { body }),
      });
      const response = await sandbox.fetch(request);
      expect(response.status, `${method} ${target}: ${await response.text()}`).toBe(status);
    }
    await sandbox.close();
  });
});
