import type { MembersView, NestedView, ValueView } from './schema-view.ts';

/** Members, where there is anything to tell of them. */
export function filled(view: MembersView): MembersView | undefined {
  return view.bases.length + view.fields.length + view.unions.length + view.conditions.length > 0 ? view : undefined;
}

/** Members of which nothing is told but that they are required. */
export function bare({ fields }: MembersView): string[] {
  return fields
    .filter(({ kind, marks, value }) => kind === 'property' && marks.join() === 'required' && isAny(value))
    .map(({ name }) => name);
}

function isAny({ type, description, constraints, values, isPlain }: ValueView): boolean {
  return type === 'any' && description === '' && constraints.length === 0 && values.length === 0 && isPlain;
}

/** What is nested, without the members of these names. */
export function without(view: NestedView | undefined, names: string[]): NestedView | undefined {
  if (view?.kind !== 'members' || names.length === 0) return view;
  const fields = view.fields.filter(({ name, kind }) => kind !== 'property' || !names.includes(name));
  return filled({ ...view, fields, size: view.size - names.length });
}
