/** A value as a reader writes it: texts without quotes unless they are empty. */
export function literalOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** Whether two values are the same JSON, whatever the order of their members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, others] = [Object.entries(a), b as Record<string, unknown>];
  return (
    own.length === Object.keys(b).length &&
    own.every(([name, value]) => Object.hasOwn(others, name) && sameJson(value, others[name]))
  );
}
