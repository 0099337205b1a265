import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openPrivateSandbox } from '../../../../sandbox/browser.ts';
import { listOperations } from '../../../../openapi/model/operations.ts';
import { loadDocument } from '../../../../openapi/document/load.ts';
import { readDocument } from './read-document.ts';
import type { StepRequest } from './step-request.ts';
import { WorkflowRun } from './workflow-run.ts';

const workflows = readDocument(parse(readFileSync('spec/arazzo.yaml', 'utf8')));
const operations = Object.fromEntries(
  listOperations(await loadDocument('spec/openapi.yaml')).map((operation) => [operation.operationId, operation]),
);
const inputs = { api_key: 'sk_test_runworkflows' };

/** What sends the requests of a run, to a sandbox of its own. */
function sender() {
  const sandbox = openPrivateSandbox();
  return ({ method, target, headers, body }: StepRequest) => {
    const init = {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body !== undefined && { body }),
    };
    return sandbox.fetch(new Request(`https://api.orbinto.com/v1${target}`, init));
  };
}

async function run(workflowId: string): Promise<WorkflowRun> {
  const send = sender();
  const workflow = new WorkflowRun(workflows, operations, { workflowId, inputs });
  while (workflow.next) await workflow.goOn(send);
  return workflow;
}

test.each(workflows.map(({ workflowId }) => workflowId))(
  '%s runs to its end, each criterion met',
  async (workflowId) => {
    const { records, hasFailed, outputs } = await run(workflowId);
    const unmet = records.flatMap(({ stepId, checks }) =>
      checks.filter(({ isMet }) => !isMet).map(({ text }) => `${stepId}: ${text}`),
    );
    expect(unmet).toEqual([]);
    expect(hasFailed).toBe(false);
    expect(outputs).toBeDefined();
    expect(Object.values(outputs ?? {})).not.toContain(undefined);
  },
);

test('what a step hands on arrives at the steps that name it', async () => {
  const { records, outputs } = await run('contactLifeCycle');
  const [create, read, , find] = records;
  expect(read?.request.target).toBe(`/contacts/${String(create?.outputs['id'])}`);
  expect(read?.origins).toEqual([{ name: 'create.id', call: 0 }]);
  expect(find?.origins).toEqual([{ name: 'email', call: undefined }]);
  expect(JSON.parse(find?.request.body ?? '')).toEqual({
    query: 'amara.workflow@example.com',
    filters: { tags: ['workflow'] },
  });
  expect(outputs).toEqual({ id: create?.outputs['id'] });
});

test('a workflow that calls itself ends where its action says so, and its inputs are known by where they began', async () => {
  const { records } = await run('pageThroughEverything');
  expect(records.map(({ stepId, depth }) => `${stepId} ${depth}`)).toEqual(['first 0', 'next 1', 'next 2']);
  expect(records.map(({ origins }) => origins)).toEqual([
    [{ name: 'limit', call: undefined }],
    [
      { name: 'limit', call: undefined },
      { name: 'first.cursor', call: 0 },
    ],
    [
      { name: 'limit', call: undefined },
      { name: 'next.cursor', call: 1 },
    ],
  ]);
});

test('a body that the reader has changed is what is sent; where its answer fails, nothing comes after', async () => {
  const send = sender();
  const workflow = new WorkflowRun(workflows, operations, { workflowId: 'contactLifeCycle', inputs });
  await workflow.goOn(send);
  await workflow.goOn(send);
  await workflow.goOn(send, '{"company": "Elsewhere"}');
  const change = workflow.records.at(-1);
  expect(change?.request.body).toBe('{"company": "Elsewhere"}');
  expect(change?.checks.map(({ isMet }) => isMet)).toEqual([true, true, false]);
  expect(change?.checks.at(-1)?.found).toBe('Elsewhere');
  expect(workflow).toMatchObject({ hasFailed: true, next: undefined, outputs: undefined });
});

test('a body that is no JSON is answered like any other request', async () => {
  const workflow = new WorkflowRun(workflows, operations, { workflowId: 'contactLifeCycle', inputs });
  await workflow.goOn(sender(), '{');
  expect(workflow.records[0]?.response.status).toBe(400);
  expect(workflow.hasFailed).toBe(true);
});

test('an input without a value or a default is named', () => {
  expect(() => new WorkflowRun(workflows, operations, { workflowId: 'quickStart', inputs: {} })).toThrow(
    'The workflow "quickStart" needs a value for "api_key".',
  );
});

describe('what this runner does not know is refused in one line:', () => {
  const step = { stepId: 'one', operationId: 'listContacts' };
  const readStep = (more: object) => readDocument({ workflows: [{ workflowId: 'w', steps: [{ ...step, ...more }] }] });
  test.each<[string, () => unknown, string]>([
    [
      'a member of the document',
      () => readDocument({ workflows: [], sources: [] }),
      'The document: this runner does not know "sources".',
    ],
    ['no object', () => readDocument('x'), 'The document: it is no object.'],
    [
      'a member of a workflow',
      () => readDocument({ workflows: [{ workflowId: 'w', dependsOn: ['v'] }] }),
      'Workflow "w": this runner does not know "dependsOn".',
    ],
    [
      'a member of a step',
      () => readStep({ onFailure: [] }),
      'Workflow "w", step "one": this runner does not know "onFailure".',
    ],
    [
      'an action',
      () => readStep({ onSuccess: [{ name: 'g', type: 'goto' }] }),
      'Workflow "w", step "one": this runner does not know the action "goto".',
    ],
    [
      'a kind of criterion',
      () => readStep({ successCriteria: [{ condition: '$', type: 'jsonpath' }] }),
      'Workflow "w", step "one": this runner does not know criteria of type "jsonpath".',
    ],
    [
      'a cookie',
      () => readStep({ parameters: [{ name: 'c', in: 'cookie', value: 1 }] }),
      'Workflow "w", step "one": this runner sends no cookies.',
    ],
    [
      'a reference to nothing',
      () => readStep({ parameters: [{ reference: '$components.parameters.gone' }] }),
      'Workflow "w", step "one": there is no "#/components/parameters/gone" in the document.',
    ],
    [
      'a step that calls nothing',
      () => readStep({ operationId: undefined }),
      'Workflow "w", step "one": it must call one operation by its operationId, or one workflow by its workflowId.',
    ],
  ])('%s', (_, read, message) => expect(read).toThrow(message));

  const next = (more: object) => new WorkflowRun(readStep(more), operations, { workflowId: 'w', inputs: {} }).next;
  test('an expression', () => {
    expect(() => next({ parameters: [{ name: 'page', in: 'query', value: '$url' }] })).toThrow(
      'This runner does not know the expression "$url".',
    );
  });
  test('an operation that is not there', () => {
    expect(() => next({ operationId: 'flyAway' })).toThrow(
      'Step "one" calls "flyAway", which is no operation of the API.',
    );
  });
  test('a value that is not there', () => {
    expect(() => next({ parameters: [{ name: 'page', in: 'query', value: '$steps.none.outputs.x' }] })).toThrow(
      'The parameter "page" has no value: $steps.none.outputs.x is empty.',
    );
  });
  test('workflows without an end', () => {
    const endless = readDocument({ workflows: [{ workflowId: 'w', steps: [{ stepId: 's', workflowId: 'w' }] }] });
    expect(() => new WorkflowRun(endless, operations, { workflowId: 'w', inputs: {} })).toThrow(
      'workflows call each other',
    );
  });
});
