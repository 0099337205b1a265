import type { Problem } from './problems.ts';

/** Brings the reader to the field of a problem, or to what holds it; in the JSON of a body to the very characters. */
export function focusProblem(root: HTMLElement | null, { field, at, end }: Problem): void {
  const control = controlOf(root, field);
  for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  control?.focus();
  if (at === undefined || !(control instanceof HTMLTextAreaElement) || control.dataset.field !== 'body') return;
  control.setSelectionRange(at, end ?? at + 1);
  const line = control.value.slice(0, at).split('\n').length;
  control.scrollTop = (line - 3) * parseFloat(getComputedStyle(control).lineHeight);
}

function controlOf(root: HTMLElement | null, field: string): HTMLElement | undefined {
  const control = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  if (control || !field.includes('/')) return control ?? undefined;
  return controlOf(root, field.slice(0, field.lastIndexOf('/')));
}
