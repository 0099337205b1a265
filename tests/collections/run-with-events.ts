/**
 * Runs a workflow of Arazzo 1.1 as its standard says, with the parts that run those of 1.0 on the site: a step with the action
 * `receive` waits for the message of its operation that its `correlationId` names.
 */
import { check } from '../../src/site/demo/workflows/arazzo/criterion.ts';
import type { Criterion, Parameter } from '../../src/site/demo/workflows/arazzo/document.ts';
import { evaluate, fillIn } from '../../src/site/demo/workflows/arazzo/expression.ts';
import type { Context, StepResponse, Values } from '../../src/site/demo/workflows/arazzo/expression.ts';
import { requestOf } from '../../src/site/demo/workflows/arazzo/step-request.ts';
import type { CalledOperation } from '../../src/site/demo/workflows/arazzo/step-request.ts';

export interface EventStep {
  stepId: string;
  operationId: string;
  action?: 'receive';
  correlationId?: string;
  timeout?: number;
  dependsOn?: string[];
  parameters?: (Parameter | { reference: string })[];
  requestBody?: { payload: unknown };
  successCriteria: Criterion[];
  outputs?: Record<string, string>;
}

/** A message that has come in. */
export interface Message {
  headers: Headers;
  payload: { data?: { id?: string } };
}

export interface World {
  operations: Readonly<Record<string, CalledOperation>>;
  shared: Readonly<Record<string, Parameter>>;
  baseUrl: string;
  /** The first message that fits. @throws when the time is over */
  receive(fits: (message: Message) => boolean, timeout: number): Promise<Message>;
}

/** The outputs of the steps. @throws at a step that does not meet its criteria */
export async function runWithEvents(
  steps: readonly EventStep[],
  inputs: Values,
  world: World,
): Promise<Record<string, Values>> {
  const done: Record<string, Values> = {};
  for (const step of steps) {
    const missing = step.dependsOn?.find((stepId) => !(stepId in done));
    if (missing !== undefined) throw new Error(`${step.stepId} depends on ${missing}, which is not done`);
    const before: Context = { inputs, steps: done };
    const response = await (step.action === 'receive' ? hear(step, before, world) : call(step, before, world));
    const context: Context = { ...before, response };
    const failed = step.successCriteria.filter((criterion) => !check(asResponse(criterion), context).isMet);
    if (failed.length > 0) throw new Error(`${step.stepId}: ${JSON.stringify(failed)} of ${JSON.stringify(response)}`);
    const outputs = Object.entries(asResponse(step.outputs ?? {}));
    done[step.stepId] = Object.fromEntries(outputs.map(([name, expression]) => [name, evaluate(expression, context)]));
  }
  return done;
}

/** A message has what a response has. */
function asResponse<T extends object>(value: T): T {
  const text = JSON.stringify(value).replaceAll('$message.payload', '$response.body');
  return JSON.parse(text.replaceAll('$message.header.', '$response.header.')) as T;
}

async function hear(step: EventStep, context: Context, { receive }: World): Promise<StepResponse> {
  const id = fillIn(step.correlationId, context);
  const { headers, payload } = await receive(({ payload: { data } }) => data?.id === id, step.timeout ?? 0);
  return { status: 200, headers, body: payload };
}

async function call(step: EventStep, context: Context, world: World): Promise<StepResponse> {
  const id = step.operationId.slice(step.operationId.lastIndexOf('.') + 1);
  const operation = world.operations[id];
  if (!operation) throw new Error(`${step.stepId} calls ${id}, which is no operation`);
  const parameters = (step.parameters ?? []).map((one) => {
    const found = 'reference' in one ? world.shared[one.reference.slice(one.reference.lastIndexOf('.') + 1)] : one;
    if (!found) throw new Error(`${step.stepId}: there is no ${JSON.stringify(one)}`);
    return found;
  });
  const { method, target, headers, body } = requestOf(
    { operation, parameters, requestBody: step.requestBody },
    context,
  );
  const list = headers.map(([name, value]): [string, string] => [name, value]);
  const response = await fetch(`${world.baseUrl}${target}`, {
    method,
    headers: list,
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
