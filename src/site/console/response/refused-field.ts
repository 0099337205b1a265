/** The field that an error answer names, to mark it in the form until the reader changes it. */
import { nearestNode, nodeAt } from '../../../json-text/find.ts';
import { escapeStep } from '../../../json-text/json-pointer.ts';
import { memberOf, parseJson } from '../../../json-text/tree.ts';
import type { JsonNode } from '../../../json-text/tree.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { Outcome } from '../../session/request/send-request.ts';
import { editableParameters, fieldOf } from '../request/input/request-input.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import type { Problem } from '../request/problems.ts';
import { errorOf } from './help/refusal.ts';

/**
 * What an answer says of a field of the call; `undefined` where it names none, or the field has been changed since.
 * @param sent The call that was answered.
 * @param now What the form holds.
 */
export function refusedField(
  operation: BundledOperation,
  sent: RequestInput,
  now: RequestInput,
  outcome: Outcome,
): Problem | undefined {
  if (outcome.kind === 'failure' || outcome.status < 400) return undefined;
  const { param, message = 'The API refused this value.' } = errorOf(outcome);
  if (!param) return undefined;
  const told = { message, blocking: false };
  const parameter = editableParameters(operation).find(({ name }) => name === param);
  if (parameter && !(operation.body && outcome.status === 422)) {
    const field = fieldOf(parameter);
    return (sent.values[field] ?? '') === (now.values[field] ?? '') ? { ...told, field } : undefined;
  }
  const [before, root] = [parseJson(sent.body), parseJson(now.body)];
  if (!operation.body || !before || !root) return undefined;
  const path = pathOf(param, before);
  if (textAt(sent.body, before, path) !== textAt(now.body, root, path)) return undefined;
  const pointer = path.map((step) => `/${escapeStep(String(step))}`).join('');
  const { start, end } = nearestNode(root, pointer);
  return { ...told, field: `body${pointer}`, place: param, at: start, end };
}

function textAt(text: string, root: JsonNode, path: (string | number)[]): string | undefined {
  const node = nodeAt(root, path);
  return node && text.slice(node.start, node.end);
}

/** The steps of `tags[0]` or `custom_attributes.plan`. A name may hold dots and brackets itself: the body tells which do. */
function pathOf(param: string, root: JsonNode): (string | number)[] {
  const path: (string | number)[] = [];
  let node: JsonNode | undefined = root;
  let rest = param;
  while (rest !== '') {
    const [whole, item] = /^\[(\d+)\]\.?/.exec(rest) ?? [];
    const name: string = item ?? memberName(rest, node);
    path.push(item === undefined ? name : Number(item));
    node = node && (item === undefined ? memberOf(node, name) : node.children[Number(item)]);
    rest = whole === undefined ? rest.slice(name.length).replace(/^\./, '') : rest.slice(whole.length);
    if (name === '' && whole === undefined) break;
  }
  return path;
}

/** The longest name of a member that the text begins with, else all to the next dot or bracket. */
function memberName(text: string, node: JsonNode | undefined): string {
  const known = (node?.type === 'object' ? node.children : [])
    .map(({ name }) => name)
    .filter((name) => name !== '' && text.startsWith(name) && /^(?:$|[.[])/.test(text.slice(name.length)))
    .toSorted((a, b) => b.length - a.length);
  return known[0] ?? /^[^.[]*/.exec(text)?.[0] ?? '';
}
