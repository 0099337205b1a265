/** The functions of the guides, in each language: a program beside the file calls them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { resolve } from '../../src/openapi/document/refs.ts';
import { document, operations } from '../contract/contract.ts';
import { needsProgram } from '../programs.ts';
import type { Outcome } from '../programs.ts';
import { ExampleProject } from './example-project.ts';
import type { Fate } from './guide-blocks.ts';
import { blocksWith, blockWith } from './guide-blocks.ts';
import { canRun } from './interpreters.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';

type Mains = Readonly<Partial<Record<LanguageId, readonly [file: string, code: string]>>>;

/** Prints the ids of all visitors. */
const listing: Mains = {
  javascript: [
    'main.js',
    `import { everyVisitor } from './every-visitor.js';
for await (const { id } of everyVisitor(process.env.KEY)) console.log(id);`,
  ],
  python: [
    'main.py',
    `import os
from every_visitor import every_visitor
for visitor in every_visitor(os.environ["KEY"]):
    print(visitor["id"])`,
  ],
  php: [
    'main.php',
    `<?php
require 'every_visitor.php';
foreach (every_visitor(getenv('KEY')) as $visitor) {
    echo $visitor['id'], PHP_EOL;
}`,
  ],
  ruby: [
    'main.rb',
    `require_relative "every_visitor"
every_visitor(ENV["KEY"]) { |visitor| puts visitor["id"] }`,
  ],
  go: [
    'main.go',
    `package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	err := everyVisitor(os.Getenv("KEY"), func(visitor json.RawMessage) error {
		var record struct{ ID string }
		err := json.Unmarshal(visitor, &record)
		fmt.Println(record.ID)
		return err
	})
	if err != nil {
		panic(err)
	}
}`,
  ],
};

/** Prints the status of an answer that was asked for again after each 429. */
const asking: Mains = {
  curl: ['ask-again.sh', ''],
  javascript: [
    'main.js',
    `import { request } from './ask-again.js';
const headers = { Authorization: \`Bearer \${process.env.KEY}\` };
console.log((await request(process.env.URL, { headers })).status);`,
  ],
  python: [
    'main.py',
    `import os
from urllib.request import Request
from ask_again import ask
with ask(Request(os.environ["URL"], headers={"Authorization": f"Bearer {os.environ['KEY']}"})) as response:
    print(response.status)`,
  ],
  php: [
    'main.php',
    `<?php
require 'ask_again.php';
echo ask(getenv('URL'), [CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('KEY')]])[0], PHP_EOL;`,
  ],
  ruby: [
    'main.rb',
    `require_relative "ask_again"
uri = URI(ENV["URL"])
puts ask(uri, Net::HTTP::Get.new(uri, { "Authorization" => "Bearer #{ENV["KEY"]}" })).code`,
  ],
  go: [
    'main.go',
    `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	request, err := http.NewRequest("GET", os.Getenv("URL"), nil)
	if err != nil {
		panic(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("KEY"))
	response, err := ask(request, 5)
	if err != nil {
		panic(err)
	}
	fmt.Println(response.StatusCode)
}`,
  ],
};

/** The same before the change, whose function in Go takes one parameter less. */
const askingOnce: Mains = {
  ...asking,
  ...(asking.go && { go: [asking.go[0], asking.go[1].replace('ask(request, 5)', 'ask(request)')] }),
};

interface Named {
  readonly title: string;
  readonly code: string;
}

let mock: WatchedMock;
beforeAll(async () => {
  mock = await WatchedMock.start();
});
afterAll(() => mock.close());

/** Runs what calls the function of a guide. @returns how it ended */
async function call(fate: Fate, id: LanguageId, mains: Mains, workspace: string): Promise<Outcome> {
  return callOf(blockWith(fate, id), id, mains, workspace);
}

async function callOf({ title, code }: Named, id: LanguageId, mains: Mains, workspace: string): Promise<Outcome> {
  const [file, main] = mains[id] ?? expect.unreachable();
  const files = { [file]: main, [title]: mock.adapted(code, workspace) };
  const project = await ExampleProject.write(id, files);
  const key = `sk_test_${workspace}`;
  const env = { KEY: key, ORBINTO_API_KEY: key, URL: `${mock.url}/v1/operators` };
  try {
    return await project.run(file, { env });
  } finally {
    await project.remove();
  }
}

async function order(workspace: string, faults: object): Promise<void> {
  const headers = { Authorization: `Bearer sk_test_${workspace}`, 'Content-Type': 'application/json' };
  await fetch(`${mock.url}/_sandbox/faults`, { method: 'PUT', headers, body: JSON.stringify(faults) });
}

describe.concurrent.each(Object.keys(listing) as LanguageId[])('the page loop in %s', (id) => {
  needsProgram(id, canRun(id));

  test('reads every visitor once', async ({ expect }) => {
    const workspace = freshWorkspace();
    const { exit, stdout, stderr } = await call('page loop', id, listing, workspace);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const headers = { Authorization: `Bearer sk_test_${workspace}` };
    const list = await fetch(`${mock.url}/v1/visitors`, { headers });
    const { pagination } = (await list.json()) as { pagination: { total: number } };
    const ids = stdout.trim().split('\n');
    expect([ids.length, new Set(ids).size]).toEqual([pagination.total, pagination.total]);
  });

  test('ends with the status of an error', async ({ expect }) => {
    const { exit, stderr } = await call('page loop', id, listing, 'x');
    expect(exit).not.toBe(0);
    expect(stderr).toContain('401');
  });
});

describe.concurrent.each(Object.keys(asking) as LanguageId[])('asking again in %s', (id) => {
  needsProgram(id, canRun(id));

  test('comes in addition to a function that gives a 429 back', async ({ expect }) => {
    const workspace = freshWorkspace();
    await order(workspace, { status: 429 });
    const { title, before = '' } = blockWith('retry', id);
    const { stdout, stderr } = await callOf({ title, code: before }, id, askingOnce, workspace);
    expect(`${stdout}${stderr}`).toContain('429');
    const answers = mock.answersTo(`sk_test_${workspace}`).filter(({ method }) => method === 'GET');
    expect(answers.map(({ status }) => status)).toEqual([429]);
  });

  test('waits after a 429, and gets its answer', async ({ expect }) => {
    const workspace = freshWorkspace();
    const key = `sk_test_${workspace}`;
    await order(workspace, { status: 429 });
    const ended = call('retry', id, asking, workspace);
    await expect.poll(() => mock.answersTo(key).some(({ status }) => status === 429), { timeout: 50_000 }).toBe(true);
    await order(workspace, {});
    const { exit, stdout } = await ended;
    expect(exit).toBe(0);
    if (id === 'curl') expect(JSON.parse(stdout)).toHaveProperty('data');
    else expect(stdout).toBe('200\n');
    expect(mock.answersTo(key).at(-1)?.status).toBe(200);
  });
});

test('the files name addresses of the document only', () => {
  const live = document.servers?.[0]?.url ?? '';
  const paths = operations.map(({ path }) => `${live}${path}`);
  const scheme = document.components?.securitySchemes?.['oauth2'];
  const flow = scheme && resolve(document, scheme).flows?.['authorizationCode'];
  const known = [...paths, flow?.authorizationUrl];
  const blocks = [...blocksWith('page loop'), ...blocksWith('retry'), ...blocksWith('sign-in')];
  const files = blocks.filter(({ title }) => title !== '');
  const named = files.flatMap(({ code }) => code.match(/https:\/\/\w+\.orbinto\.com[^'"?\s]*/g) ?? []);
  expect(named.length).toBeGreaterThanOrEqual(10);
  expect(named.filter((address) => !known.includes(address))).toEqual([]);
});
