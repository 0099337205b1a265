import type { Operation } from '../../openapi/model/operations.ts';
import { successStatus } from '../../openapi/bundle/bundled-operation.ts';
import { BlockError, parseHttpMessage } from './http-message.ts';
import type { HttpMessage } from './http-message.ts';
import type { RunnableRequest } from './runnable-request.ts';

/** What blocks are checked against. */
export interface FenceApi {
  readonly operations: readonly Operation[];
  /** The path of the server, `/v1`. */
  readonly base: string;
  /** The names of the failure recipes. */
  readonly recipes: readonly string[];
  addressOf(operation: Operation): string;
}

/**
 * True for a fence whose meta asks for a Run button: `run`, or `run=404` with the status that it is about. With `recipe=lost-answer`
 * the sandbox is told to fail like that before; where it then cuts the connection, the fence says `run=cut`.
 */
export function asksToRun(meta: string): boolean {
  return /(?:^|\s)run(?:=|\s|$)/.test(meta);
}

/**
 * Reads a fence that is marked runnable. A block that is about a success must be a request that the specification
 * knows; one that is about an error may break the rule that it shows.
 * @throws BlockError
 */
export function readFence(text: string, meta: string, api: FenceApi): RunnableRequest {
  const [, asked] = /(?:^|\s)run=(\S+)/.exec(meta) ?? [];
  const recipe = recipeIn(meta, api);
  if (asked !== undefined && !/^[2-5]\d\d$/.test(asked) && !(asked === 'cut' && recipe !== undefined)) {
    throw new BlockError(0, `has “run=${asked}”, which is no status such as “run=404”`);
  }
  const message = parseHttpMessage(text);
  if (!message.target.startsWith(`${api.base}/`)) {
    throw new BlockError(1, `names a path that is not below ${api.base}: ${message.target}`);
  }
  const operation = operationOf(message, api);
  const status = statusOf(asked, operation);
  if (status < 300) check(message, operation);
  const { method, target, headers, body } = message;
  return {
    method,
    target: target.slice(api.base.length),
    headers,
    ...(body !== undefined && { body }),
    status,
    ...(recipe !== undefined && { recipe }),
    ...(operation && { operation: api.addressOf(operation) }),
  };
}

function recipeIn(meta: string, { recipes }: FenceApi): string | undefined {
  const [, recipe] = /(?:^|\s)recipe=(\S+)/.exec(meta) ?? [];
  if (recipe === undefined || recipes.includes(recipe)) return recipe;
  throw new BlockError(0, `names a recipe that there is not, “${recipe}”`);
}

/** 0 for a connection that is cut. */
function statusOf(asked: string | undefined, operation: Operation | undefined): number {
  if (asked === undefined) return Number(operation ? successStatus(operation) : 200);
  return asked === 'cut' ? 0 : Number(asked);
}

function operationOf({ method, target }: HttpMessage, { operations, base }: FenceApi): Operation | undefined {
  const [path = ''] = target.split('?');
  const matches = (template: string) =>
    new RegExp(`^${base}${template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const found = operations.filter((operation) => matches(operation.path));
  return found.find((operation) => operation.method.toUpperCase() === method);
}

function check({ method, target, headers, body }: HttpMessage, operation: Operation | undefined): void {
  if (!operation) throw new BlockError(1, `is no operation of the API: ${method} ${target}`);
  const documented = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  for (const name of new URL(target, 'http://api').searchParams.keys()) {
    if (!documented.includes(name)) throw new BlockError(1, `has a query parameter that is not documented: ${name}`);
  }
  if (body === undefined) return;
  const first = headers.length + 3;
  if (!headers.some(([name, value]) => name.toLowerCase() === 'content-type' && value.startsWith('application/json'))) {
    throw new BlockError(first, 'has a body, but no “Content-Type: application/json”');
  }
  try {
    JSON.parse(body);
  } catch (error) {
    throw new BlockError(first, `has a body that is not JSON: ${(error as Error).message}`);
  }
}
