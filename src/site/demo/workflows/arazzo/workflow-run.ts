import { check } from './criterion.ts';
import type { Check } from './criterion.ts';
import { ArazzoError, workflowOf } from './document.ts';
import type { Step, Workflow } from './document.ts';
import { evaluate, fillIn, sourcesIn } from './expression.ts';
import type { Context, StepResponse, Values } from './expression.ts';
import { requestOf } from './step-request.ts';
import type { CalledOperation, StepRequest } from './step-request.ts';

/** Where a value comes from: an output of a step that was done, or an input of the workflow that was started. */
export interface Origin {
  /** `create.id`, or the name of the input. */
  readonly name: string;
  /** Of the record whose output it is; undefined for an input. */
  readonly call: number | undefined;
}

/** A step that comes next. */
export interface PreparedStep {
  readonly workflowId: string;
  readonly stepId: string;
  readonly description: string;
  readonly operationId: string;
  /** How many workflows have called each other until here; 0 in the one that was started. */
  readonly depth: number;
  readonly request: StepRequest;
  readonly origins: readonly Origin[];
}

/** A step that was done. */
export interface StepRecord extends PreparedStep {
  /** Tells this call of the step from others: the steps of a workflow that calls itself are done again and again. */
  readonly call: number;
  readonly response: StepResponse & { readonly text: string };
  readonly checks: readonly Check[];
  readonly outputs: Values;
}

/** A workflow under way, inside of those that called it. */
interface Frame {
  readonly workflow: Workflow;
  readonly inputs: Values;
  readonly steps: Record<string, Values>;
  /** Where the inputs come from, in a workflow that another called. */
  readonly origins: Readonly<Record<string, readonly Origin[]>>;
  /** Of the steps that were done: their records. */
  readonly calls: Record<string, number>;
  /** Of the step that comes next. */
  at: number;
}

/** Workflows that call each other without an end are given up here. */
const MAX_DEPTH = 200;

/** One run of a workflow, a step at a time. It sends nothing by itself. */
export class WorkflowRun {
  readonly #workflows: readonly Workflow[];
  readonly #operations: Readonly<Record<string, CalledOperation>>;
  readonly #frames: Frame[];
  #records: readonly StepRecord[] = [];
  #outputs: Values | undefined;
  #hasFailed = false;

  /** @param inputs of the workflow; those left out have their defaults */
  constructor(
    workflows: readonly Workflow[],
    operations: Readonly<Record<string, CalledOperation>>,
    { workflowId, inputs }: { workflowId: string; inputs: Values },
  ) {
    this.#workflows = workflows;
    this.#operations = operations;
    this.#frames = [frameOf(workflowOf(workflows, workflowId), inputs)];
    this.#settle();
  }

  /** What was done so far, in order. */
  get records(): readonly StepRecord[] {
    return this.#records;
  }

  /** The outputs of the workflow; undefined before its end, and where it failed. */
  get outputs(): Values | undefined {
    return this.#outputs;
  }

  /** Whether a step did not meet its criteria. Nothing comes after it. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The step that comes next; undefined at the end. @throws ArazzoError for what this runner does not know */
  get next(): PreparedStep | undefined {
    const frame = this.#frames.at(-1);
    const step = frame?.workflow.steps[frame.at];
    if (!frame || !step || this.#hasFailed) return undefined;
    const operationId = step.operationId ?? '';
    const operation = this.#operations[operationId];
    if (!operation)
      throw new ArazzoError(`Step "${step.stepId}" calls "${operationId}", which is no operation of the API.`);
    const parameters = [...frame.workflow.parameters, ...step.parameters];
    const { requestBody } = step;
    return {
      workflowId: frame.workflow.workflowId,
      stepId: step.stepId,
      description: step.description ?? '',
      operationId,
      depth: this.#frames.length - 1,
      request: requestOf({ operation, parameters, requestBody }, frame),
      origins: originsOf([...step.parameters.map(({ value }) => value), requestBody?.payload], frame),
    };
  }

  /**
   * Sends the next step, and goes on to the one after it.
   * @param body instead of the prepared one
   */
  async goOn(send: (request: StepRequest) => Promise<Response>, body?: string): Promise<void> {
    const prepared = this.next;
    const frame = this.#frames.at(-1);
    const step = frame?.workflow.steps[frame.at];
    if (!prepared || !step) return;
    const request = body === undefined ? prepared.request : { ...prepared.request, body };
    const response = await readResponse(await send(request));
    const context: Context = { inputs: frame.inputs, steps: frame.steps, response };
    const checks = step.successCriteria.map((criterion) => check(criterion, context));
    const outputs = valuesOf(step.outputs, context);
    const call = this.#records.length;
    this.#records = [...this.#records, { ...prepared, request, call, response, checks, outputs }];
    this.#hasFailed = checks.some(({ isMet }) => !isMet);
    if (this.#hasFailed) return;
    frame.steps[step.stepId] = outputs;
    frame.calls[step.stepId] = call;
    frame.at = isEnded(step, context) ? frame.workflow.steps.length : frame.at + 1;
    this.#settle();
  }

  /** Leaves workflows that are through, and enters those that are called, until an operation comes next. */
  #settle(): void {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      const step = frame.workflow.steps[frame.at];
      if (step?.operationId !== undefined) return;
      if (step) this.#enter(step, frame);
      else this.#leave(frame);
    }
  }

  #enter(step: Step, frame: Frame): void {
    if (this.#frames.length > MAX_DEPTH) throw new ArazzoError(`More than ${MAX_DEPTH} workflows call each other.`);
    const inputs = Object.fromEntries(step.parameters.map(({ name, value }) => [name, fillIn(value, frame)]));
    const origins = Object.fromEntries(step.parameters.map(({ name, value }) => [name, originsOf(value, frame)]));
    this.#frames.push(frameOf(workflowOf(this.#workflows, step.workflowId ?? ''), inputs, origins));
  }

  #leave(frame: Frame): void {
    this.#frames.pop();
    const outputs = valuesOf(frame.workflow.outputs, frame);
    const caller = this.#frames.at(-1);
    const step = caller?.workflow.steps[caller.at];
    if (!caller || !step) return void (this.#outputs = outputs);
    caller.steps[step.stepId] = outputs;
    caller.at += 1;
  }
}

function frameOf(workflow: Workflow, given: Values, origins: Frame['origins'] = {}): Frame {
  const inputs = Object.fromEntries(workflow.inputs.map(({ name, default: preset }) => [name, given[name] ?? preset]));
  const missing = workflow.inputs.find(({ name }) => inputs[name] === undefined);
  if (missing) throw new ArazzoError(`The workflow "${workflow.workflowId}" needs a value for "${missing.name}".`);
  return { workflow, inputs, origins, steps: {}, calls: {}, at: 0 };
}

/** Through the inputs of workflows that were called, to where a value was first. Each origin is told once. */
function originsOf(value: unknown, { origins, calls }: Frame): Origin[] {
  const found = sourcesIn(value).flatMap(({ step, name }) => {
    if (step !== undefined) return { name: `${step}.${name}`, call: calls[step] };
    return origins[name] ?? { name, call: undefined };
  });
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

function valuesOf(expressions: Readonly<Record<string, string>>, context: Context): Values {
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, evaluate(expression, context)]),
  );
}

function isEnded({ onSuccess }: Step, context: Context): boolean {
  return onSuccess.some(({ criteria = [] }) => criteria.every((criterion) => check(criterion, context).isMet));
}

async function readResponse(response: Response): Promise<StepRecord['response']> {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}
