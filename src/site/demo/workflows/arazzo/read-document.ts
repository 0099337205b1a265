import { ArazzoError } from './document.ts';
import type { Criterion, EndAction, Input, Parameter, Step, Workflow } from './document.ts';

type Members = Readonly<Record<string, unknown>>;

/** The members that this runner knows, by the object that has them. */
const known = {
  document: ['arazzo', 'info', 'sourceDescriptions', 'workflows', 'components'],
  components: ['inputs', 'parameters', 'successActions'],
  workflow: ['workflowId', 'summary', 'description', 'inputs', 'parameters', 'steps', 'outputs'],
  step: [
    ...['stepId', 'description', 'operationId', 'workflowId', 'parameters', 'requestBody'],
    ...['successCriteria', 'outputs', 'onSuccess'],
  ],
  parameter: ['name', 'in', 'value'],
  requestBody: ['contentType', 'payload'],
  criterion: ['condition', 'context', 'type'],
  action: ['name', 'type', 'criteria'],
} as const;

/**
 * Reads an Arazzo document, with its references put in place.
 * @throws ArazzoError that names what this runner does not know, and where it stands
 */
export function readDocument(document: unknown): Workflow[] {
  const root = members(document, 'document', 'The document');
  const components = members(root['components'] ?? {}, 'components', 'The components');
  return list(root['workflows']).map((workflow) => readWorkflow(workflow, components));
}

function readWorkflow(value: unknown, components: Members): Workflow {
  const workflow = members(value, 'workflow', nameOf('Workflow', value, 'workflowId'));
  const where = `Workflow "${text(workflow['workflowId'])}"`;
  return {
    workflowId: text(workflow['workflowId']),
    summary: text(workflow['summary']),
    description: text(workflow['description']),
    inputs: readInputs(workflow['inputs'], components, where),
    parameters: readParameters(workflow['parameters'], components, where),
    steps: list(workflow['steps']).map((step) => readStep(step, components, where)),
    outputs: (workflow['outputs'] ?? {}) as Record<string, string>,
  };
}

function readStep(value: unknown, components: Members, workflow: string): Step {
  const where = `${workflow}, ${nameOf('step', value, 'stepId')}`;
  const { stepId, description, operationId, workflowId, ...rest } = members(value, 'step', where);
  if ((operationId === undefined) === (workflowId === undefined))
    throw new ArazzoError(
      `${where}: it must call one operation by its operationId, or one workflow by its workflowId.`,
    );
  const body = rest['requestBody'];
  return {
    stepId: text(stepId),
    description: text(description),
    ...(operationId !== undefined && { operationId: text(operationId) }),
    ...(workflowId !== undefined && { workflowId: text(workflowId) }),
    parameters: readParameters(rest['parameters'], components, where),
    ...(body !== undefined && {
      requestBody: members(body, 'requestBody', where) as unknown as Step['requestBody'] & {},
    }),
    successCriteria: readCriteria(rest['successCriteria'], where),
    outputs: (rest['outputs'] ?? {}) as Record<string, string>,
    onSuccess: list(rest['onSuccess']).map((action) => readAction(action, components, where)),
  };
}

function readInputs(value: unknown, components: Members, where: string): Input[] {
  const schema = (value ?? {}) as Members;
  const { properties = {} } = ('$ref' in schema ? pointed(schema['$ref'], components, where) : schema) as {
    properties?: Record<string, Omit<Input, 'name'>>;
  };
  return Object.entries(properties).map(([name, { type, description, default: preset }]) => ({
    name,
    type,
    description,
    ...(preset !== undefined && { default: preset }),
  }));
}

function readParameters(value: unknown, components: Members, where: string): Parameter[] {
  return list(value).map((one) => {
    const parameter = members(inPlace(one, components, where), 'parameter', where);
    if (parameter['in'] === 'cookie') throw new ArazzoError(`${where}: this runner sends no cookies.`);
    return parameter as unknown as Parameter;
  });
}

function readCriteria(value: unknown, where: string): Criterion[] {
  return list(value).map((one) => {
    const criterion = members(one, 'criterion', where) as unknown as Criterion;
    if (!['simple', 'regex'].includes(criterion.type ?? 'simple'))
      throw new ArazzoError(`${where}: this runner does not know criteria of type ${JSON.stringify(criterion.type)}.`);
    return criterion;
  });
}

function readAction(value: unknown, components: Members, where: string): EndAction {
  const { name, type, criteria } = members(inPlace(value, components, where), 'action', where);
  if (type !== 'end') throw new ArazzoError(`${where}: this runner does not know the action "${text(type)}".`);
  return { name: text(name), type, criteria: readCriteria(criteria, where) };
}

/** What a reusable object stands for: `{ reference: $components.parameters.authorization }`. */
function inPlace(value: unknown, components: Members, where: string): unknown {
  const reference = (value as Members | null)?.['reference'];
  if (reference === undefined) return value;
  return pointed(text(reference).replace('$components.', '#/components/').replaceAll('.', '/'), components, where);
}

function pointed(reference: unknown, components: Members, where: string): unknown {
  const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(text(reference)) ?? [];
  const found = (components[kind] as Members | undefined)?.[name];
  if (found === undefined) throw new ArazzoError(`${where}: there is no ${JSON.stringify(reference)} in the document.`);
  return found;
}

/** @throws ArazzoError for a member that this runner does not know */
function members(value: unknown, kind: keyof typeof known, where: string): Members {
  if (typeof value !== 'object' || value === null) throw new ArazzoError(`${where}: it is no object.`);
  const names: readonly string[] = known[kind];
  const unknown = Object.keys(value).find((name) => !names.includes(name) && !name.startsWith('x-'));
  if (unknown !== undefined) throw new ArazzoError(`${where}: this runner does not know "${unknown}".`);
  return value as Members;
}

function nameOf(kind: string, value: unknown, member: string): string {
  return `${kind} "${text((value as Members | null)?.[member])}"`;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
