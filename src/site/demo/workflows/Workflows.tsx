import { StepButtons } from '../StepButtons.tsx';
import { StepFault } from '../StepFault.tsx';
import { InputFields } from './InputFields.tsx';
import { TimeLine } from './TimeLine.tsx';
import { useWorkflow } from './use-workflow.ts';
import type { WorkflowsProps } from './use-workflow.ts';
import type { WorkflowRun } from './arazzo/workflow-run.ts';

/** Runs the workflows of the Arazzo document in the page, step by step. */
export function Workflows(props: WorkflowsProps) {
  const { workflows, operations } = props;
  const { workflow, run, written, stepping, choose, write, startAgain, step } = useWorkflow(props);
  const { playing, fault, act, play } = stepping;
  const done = run.records.length;
  /** The body is that of one step: pressed again before the next one stands there, it is not sent to that. */
  const sendOnce = async (body: string | undefined) => run.records.length === done && step(body);
  const isOver = run.hasFailed || run.outputs !== undefined;
  return (
    <div class="ob-console ob-demo">
      <label class="ob-demo-choice">
        <span>Workflow</span>
        <select value={workflow.workflowId} disabled={playing} onChange={(event) => choose(event.currentTarget.value)}>
          {workflows.map(({ workflowId, summary }) => (
            <option key={workflowId} value={workflowId}>
              {summary || workflowId}
            </option>
          ))}
        </select>
      </label>
      <p class="ob-demo-note">{workflow.description}</p>
      <InputFields
        inputs={workflow.inputs}
        written={written}
        isHeld={playing || run.records.length > 0}
        onWrite={write}
      />
      <StepButtons
        stepping={stepping}
        onPlay={isOver ? undefined : () => play(() => step())}
        onRestart={run.records.length > 0 ? startAgain : undefined}
      />
      <StepFault fault={fault} />
      <p class="ob-demo-said" role="status">
        {said(run)}
      </p>
      <TimeLine
        key={workflow.workflowId}
        workflow={workflow}
        run={run}
        addresses={operations}
        isHeld={playing}
        onSend={(body) => act(() => sendOnce(body))}
      />
    </div>
  );
}

function said(run: WorkflowRun): string {
  const last = run.records.at(-1);
  if (!last) return 'Nothing has been sent yet.';
  const done = `Step ${run.records.length}, ${last.stepId}: ${last.response.status}.`;
  if (run.hasFailed) return `${done} A criterion is not met, so the workflow ends here.`;
  if (!run.outputs) return done;
  const outputs = Object.entries(run.outputs).map(([name, value]) => `${name} is ${String(value)}`);
  return `${done} The workflow is through${outputs.length > 0 ? `: ${outputs.join(', ')}` : ''}.`;
}
