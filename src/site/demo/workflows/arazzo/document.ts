/**
 * An Arazzo document, as far as this runner knows the standard: calls of operations and of workflows, values that are handed on, simple and
 * `regex` criteria, and the end of a workflow on success. What else stands in a document is refused, never passed over.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html
 */

export interface Parameter {
  readonly name: string;
  /** Absent where the step calls a workflow: then the parameter is one of its inputs. */
  readonly in?: 'path' | 'query' | 'header';
  readonly value: unknown;
}

export interface Criterion {
  readonly condition: string;
  /** What a `regex` is held against. */
  readonly context?: string;
  readonly type?: 'simple' | 'regex';
}

/** Ends the workflow where all its criteria are met. */
export interface EndAction {
  readonly name: string;
  readonly type: 'end';
  readonly criteria?: readonly Criterion[];
}

export interface Step {
  readonly stepId: string;
  readonly description?: string;
  /** What the step calls: an operation, or a workflow. */
  readonly operationId?: string;
  readonly workflowId?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly contentType?: string; readonly payload: unknown };
  readonly successCriteria: readonly Criterion[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly onSuccess: readonly EndAction[];
}

export interface Input {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly default?: unknown;
}

export interface Workflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: readonly Input[];
  /** What each of its operations is sent. */
  readonly parameters: readonly Parameter[];
  readonly steps: readonly Step[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a document says that this runner does not know, or that does not hold together. */
export class ArazzoError extends Error {
  override readonly name = 'ArazzoError';
}

export function workflowOf(workflows: readonly Workflow[], workflowId: string): Workflow {
  const found = workflows.find((workflow) => workflow.workflowId === workflowId);
  if (!found) throw new ArazzoError(`There is no workflow "${workflowId}" in the document.`);
  return found;
}
