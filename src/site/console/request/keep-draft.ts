import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { holdDraft } from '../held-call.ts';
import { linkTo } from '../permalink/permalink.ts';
import type { RequestInput } from './input/request-input.ts';

/** Keeps a call for this page and tab, without what looks like a secret; one that is too long for a link is not kept, nor is what was before it. */
export function keepDraft(operation: BundledOperation, call: RequestInput): void {
  const link = linkTo(operation, call);
  holdDraft('fragment' in link ? link.fragment : undefined);
}
