import type { Problem } from './problems.ts';

/** Brings the reader to the field of a problem, and in the body to the very character. */
export function focusProblem(root: HTMLElement | null, { field, at }: Problem): void {
  const control = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const fold = control?.closest('details');
  if (fold) fold.open = true;
  control?.focus();
  if (at !== undefined && control instanceof HTMLTextAreaElement) control.setSelectionRange(at, at + 1);
}
