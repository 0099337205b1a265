type Node = Record<string, unknown>;

/** Whether what a security requirement names is an address where no component is called so. */
export function isSchemeAddress(name: string): boolean {
  return /[/#:]|\.(?:ya?ml|json)$/i.test(name);
}

/** Renames the schemes of a security requirement, in place. Where two names become one, the scopes of both are asked for. */
export function renameSchemes(requirement: Node, names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return;
  const entries = Object.entries(requirement);
  for (const [name] of entries) delete requirement[name];
  for (const [name, scopes] of entries) {
    const known = names.get(name) ?? name;
    const before: unknown = requirement[known];
    requirement[known] = isList(before) && isList(scopes) ? [...new Set([...before, ...scopes])] : scopes;
  }
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
