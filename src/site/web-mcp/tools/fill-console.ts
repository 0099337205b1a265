import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { ToolError } from '../../../sandbox/mcp/tool.ts';
import type { ToolResult } from '../../../sandbox/mcp/tool.ts';
import { quoted } from '../../../sandbox/mcp/visible-text.ts';
import { editableParameters, exampleInput, fieldOf } from '../../console/request/input/request-input.ts';
import type { RequestInput } from '../../console/request/input/request-input.ts';
import { noteAct } from '../acts.ts';
import { showNotice } from '../notice.ts';
import { followFragment, fragmentOf } from '../fill-form.ts';
import { heldDraft, isKeptOpen } from '../console-state.ts';
import { isHere, operationCalled } from '../known-operations.ts';
import { leaveFor } from '../leave-for.ts';
import { showConsole } from '../page-console.ts';
import type { PageTool } from '../page-tool.ts';

type Values = Readonly<Record<string, unknown>>;

/** Fills in the console that the reader sees, and sends nothing. */
export const fillConsole: PageTool['call'] = async ({ operationId, parameters = {}, body }): Promise<ToolResult> => {
  const known = await operationCalled(String(operationId));
  const { operation, page } = known;
  const { fragment, removed } = fragmentOf(operation, callOf(operation, parameters as Values, body));
  const text = `Filled in ${operation.method} ${operation.path}`;
  const without = removed ? ' What looks like a secret was left out: the user can type it in.' : '';
  if (!isHere(known)) {
    noteAct(text, { kind: 'place', path: location.pathname, closes: !isKeptOpen() });
    leaveFor(page + fragment);
    showNotice();
    return { text: `The page of ${operation.operationId} opens with the call filled in.${without} Nothing was sent.` };
  }
  await showConsole();
  const before = heldDraft();
  await followFragment(fragment);
  noteAct(text, { kind: 'form', operationId: operation.operationId, fragment: before });
  showNotice();
  return { text: `The call is filled in.${without} Nothing was sent.` };
};

/** The example of an operation, with what was given in its place. @throws ToolError for what the operation does not take */
function callOf(operation: BundledOperation, given: Values, body: unknown): RequestInput {
  const known = editableParameters(operation);
  const unknown = Object.keys(given).find((name) => !known.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    const names = known.map(({ name }) => name).join(', ') || 'none';
    throw new ToolError(`${operation.operationId} has no parameter ${quoted(unknown)}; it has ${names}.`);
  }
  if (body !== undefined && !operation.body) throw new ToolError(`${operation.operationId} takes no body.`);
  const example = exampleInput(operation);
  const values = known
    .filter(({ name }) => given[name] !== undefined)
    .map((parameter) => [fieldOf(parameter), textOf(parameter.name, given[parameter.name])]);
  return {
    values: { ...example.values, ...(Object.fromEntries(values) as Record<string, string>) },
    body: body === undefined ? example.body : JSON.stringify(body, null, 2),
  };
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  throw new ToolError(`The parameter '${name}' must be text, a number, true, false or a list.`);
}
