import type { components } from '../../openapi/generated/types.ts';
import { reasons } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { Workspace } from '../records/workspace.ts';

type Workflow = components['schemas']['Workflow'];
type Step = components['schemas']['Step'];

/** A field that names a step, and the name. */
type Link = readonly [param: string, step: string];

/**
 * Checks what no schema can: step ids are unique, every step that is named exists, and so does every operator.
 * @throws ApiError 422 that names the field
 */
export function refuseBrokenWorkflow({ entry_step, steps }: Workflow, workspace: Workspace): void {
  const ids = new Set<string>();
  steps.forEach((step, index) => {
    if (ids.has(step.id)) throw invalid(`workflow.steps[${index}].id`, reasons.duplicate_step);
    ids.add(step.id);
  });
  const links: Link[] = [['entry_step', entry_step], ...steps.flatMap(linksOf)];
  const broken = links.find(([, target]) => !ids.has(target));
  if (broken) throw invalid(`workflow.${broken[0]}`, reasons.unknown_step);
  steps.forEach((step, index) => {
    if (step.type !== 'assign' || step.operator_id === null) return;
    if (workspace.records.operators.get(step.operator_id)) return;
    throw invalid(`workflow.steps[${index}].operator_id`, reasons.unknown_operator);
  });
}

function linksOf(step: Step, index: number): Link[] {
  const at = `steps[${index}]`;
  switch (step.type) {
    case 'message':
    case 'assign':
      return [[`${at}.next`, step.next]];
    case 'question':
      return step.options.map(({ next }, option) => [`${at}.options[${option}].next`, next]);
    case 'condition':
      return [
        [`${at}.then`, step.then],
        [`${at}.else`, step.else],
      ];
    case 'end':
      return [];
  }
}

function invalid(param: string, reason: string): ApiError {
  return new ApiError('invalid_parameter', { param, values: { reason } });
}
