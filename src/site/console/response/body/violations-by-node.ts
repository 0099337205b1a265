import type { ContractCheck } from '../contract/check-response.ts';
import { nodeAt } from '../../../../json-text/find.ts';
import type { JsonNode } from '../../../../json-text/tree.ts';

/** How many are shown in the tree; more would hide the body. */
const shownViolations = 200;

/** What is wrong with which value of a body; a missing member is told at the object that lacks it. */
export function violationsByNode(
  tree: JsonNode | undefined,
  check: ContractCheck | undefined,
): ReadonlyMap<JsonNode, string> {
  const messages = new Map<JsonNode, string[]>();
  if (!tree || !check) return new Map();
  for (const violation of check.violations.slice(0, shownViolations)) {
    if (violation.at !== 'value') continue;
    const { path, message } = violation;
    const node = nodeAt(tree, path);
    const holder = node ?? nodeAt(tree, path.slice(0, -1));
    if (!holder) continue;
    const words = node ? message : `${String(path.at(-1))} ${message}`;
    messages.set(holder, [...(messages.get(holder) ?? []), words]);
  }
  return new Map([...messages].map(([node, words]) => [node, shortList(words)]));
}

function shortList(words: string[]): string {
  const rest = words.length - 3;
  return rest > 0 ? `${words.slice(0, 3).join('; ')}; ${rest} more` : words.join('; ');
}
