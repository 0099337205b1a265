import { useReducer, useRef, useState } from 'preact/hooks';
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { liveUrl } from '../../session/addresses.ts';
import { openPrivate } from '../../private-sandbox.ts';
import { useStepping } from '../use-stepping.ts';
import { workflowOf } from './arazzo/document.ts';
import type { Workflow } from './arazzo/document.ts';
import type { StepRequest } from './arazzo/step-request.ts';
import { WorkflowRun } from './arazzo/workflow-run.ts';
import type { OperationFacts } from './facts.ts';

/** Of a workspace in a sandbox that is nobody else's. */
export const KEY = 'sk_test_seeworkflows';

/** The inputs of a workflow as the reader has written them, by name. */
export type Written = Readonly<Record<string, string>>;

export interface WorkflowsProps {
  readonly workflows: readonly Workflow[];
  readonly operations: Readonly<Record<string, OperationFacts>>;
}

/** The workflow that the reader has chosen, with its run. */
export function useWorkflow({ workflows, operations }: WorkflowsProps) {
  const begin = (workflowId: string, values: Written): WorkflowRun =>
    new WorkflowRun(workflows, operations, { workflowId, inputs: valuesOf(workflows, workflowId, values) });
  const [chosen, setChosen] = useState(workflows[0]?.workflowId ?? '');
  const [written, setWritten] = useState<Written>({});
  const [run, setRun] = useState(() => begin(chosen, {}));
  const sandbox = useRef<PrivateSandbox>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const stepping = useStepping(() => redraw(undefined));

  /** Begins anew, in a sandbox that knows nothing of the last run. */
  const restart = (workflowId: string, values: Written) => {
    sandbox.current = undefined;
    setChosen(workflowId);
    setWritten(values);
    setRun(begin(workflowId, values));
  };
  return {
    ...{ workflow: workflowOf(workflows, chosen), run, written, stepping },
    choose: (workflowId: string) => restart(workflowId, {}),
    write: (name: string, value: string) => restart(chosen, { ...written, [name]: value }),
    startAgain: () => restart(chosen, written),
    /** Sends the next step. @param body in place of the prepared one @returns whether another comes after it */
    step: async (body?: string): Promise<boolean> => {
      const own = (sandbox.current ??= await openPrivate());
      await run.goOn((request) => own.fetch(requestFrom(request)), body);
      return run.next !== undefined;
    },
  };
}

/** The inputs of a run: numbers as numbers, and the key of the tool. */
function valuesOf(workflows: readonly Workflow[], workflowId: string, written: Written): Record<string, unknown> {
  const { inputs = [] } = workflows.find((workflow) => workflow.workflowId === workflowId) ?? {};
  const given = inputs.flatMap(({ name, type }): [string, unknown][] => {
    if (name === 'api_key') return [[name, KEY]];
    const text = written[name];
    if (text === undefined) return [];
    return [[name, type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text]];
  });
  return Object.fromEntries(given);
}

function requestFrom({ method, target, headers, body }: StepRequest): Request {
  const list = headers.map(([name, value]): [string, string] => [name, value]);
  return new Request(`${liveUrl}${target}`, { method, headers: list, ...(body !== undefined && { body }) });
}
