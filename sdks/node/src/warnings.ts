const warned = new Set<string>();

/** Says once an operation and process that it will go. */
export function warnOfDeprecation(operation: string, headers: Headers): void {
  const sunset = headers.get('Sunset');
  if ((!sunset && !headers.has('Deprecation')) || warned.has(operation)) return;
  warned.add(operation);
  console.warn(`orbinto: ${operation} is deprecated${sunset ? ` and ends on ${sunset}` : ''}`);
}
