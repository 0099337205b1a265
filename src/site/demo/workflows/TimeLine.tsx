import type { Workflow } from './arazzo/document.ts';
import type { WorkflowRun } from './arazzo/workflow-run.ts';
import type { OperationFacts } from './facts.ts';
import { NextStep } from './NextStep.tsx';
import { RecordView } from './RecordView.tsx';

interface TimeLineProps {
  workflow: Workflow;
  run: WorkflowRun;
  addresses: Readonly<Record<string, OperationFacts>>;
  /** Whether it goes on by itself. */
  isHeld: boolean;
  onSend: (body: string | undefined) => void;
}

/** What was done, what comes next, and what is left. */
export function TimeLine({ workflow, run, addresses, isHeld, onSend }: TimeLineProps) {
  const { records, next } = run;
  return (
    <ol class="ob-steps">
      {records.map((record, index) => (
        <RecordView
          key={record.call}
          record={record}
          address={addresses[record.operationId]?.address}
          isLast={index === records.length - 1}
        />
      ))}
      {next && <NextStep key="next" step={next} number={records.length + 1} isHeld={isHeld} onSend={onSend} />}
      {!run.hasFailed &&
        stepsLeft(workflow, run).map(({ stepId, description }) => (
          <li class="ob-step" key={stepId}>
            <span class="ob-step-title">{stepId}</span> <span class="ob-demo-note">{description}</span>
          </li>
        ))}
    </ol>
  );
}

/** The steps of the started workflow that come after the next one. */
function stepsLeft({ workflowId, steps }: Workflow, { records, next, outputs }: WorkflowRun): Workflow['steps'] {
  if (outputs) return [];
  const isOuter = (step: { workflowId: string; depth: number }) => step.depth === 0 && step.workflowId === workflowId;
  const last = next && isOuter(next) ? next : records.findLast(isOuter);
  const at = steps.findIndex(({ stepId }) => stepId === last?.stepId);
  // A workflow that a step calls is under way: that step is what the next one belongs to.
  return steps.slice(at + (next && isOuter(next) ? 1 : 2));
}
