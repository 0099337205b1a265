/** Fills in the console by a link to a call, as a reader would follow one. */
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { ToolError } from '../../sandbox/mcp/tool.ts';
import { linkTo, restore } from '../console/permalink/permalink.ts';
import { exampleInput } from '../console/request/input/request-input.ts';
import type { RequestInput } from '../console/request/input/request-input.ts';
import { heldDraft } from './console-state.ts';
import { waitFor } from './wait.ts';

/** A link to a call, as the console itself would write it. @throws ToolError for a call that no link holds */
export function fragmentOf(operation: BundledOperation, call: RequestInput): { fragment: string; removed: boolean } {
  const link = linkTo(operation, call);
  if (!('fragment' in link)) throw new ToolError('This call is too long to be filled in: 20,000 characters, about.');
  const { call: asRestored = call } = restore(operation, link.fragment) ?? {};
  const again = linkTo(operation, asRestored);
  return { fragment: 'fragment' in again ? again.fragment : link.fragment, removed: link.removed };
}

/** The call of the document's example. */
export function exampleFragment(operation: BundledOperation): string {
  return fragmentOf(operation, exampleInput(operation)).fragment;
}

/** Follows a link to a call on this page, and waits until it is filled in. @throws ToolError where it is not */
export async function followFragment(fragment: string): Promise<void> {
  // A link that is followed already is followed again.
  if (location.hash === fragment) history.replaceState(null, '', location.pathname + location.search);
  location.hash = fragment;
  const filled = await waitFor(() => heldDraft() === fragment || undefined, 15_000);
  if (!filled) throw new ToolError('The console has not taken the call: look at what it says.');
}
