import { setMember } from '../../json-text/set-member.ts';

type Node = Record<string, unknown>;

/** Whether what a security requirement names is an address where no component is called so. */
export function isSchemeAddress(name: string): boolean {
  return /[/#:]|\.(?:ya?ml|json)$/i.test(name);
}

/** Renames the schemes of a security requirement, in place. Where two names become one, the scopes of both are asked for. */
export function renameSchemes(requirement: Node, names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return;
  const entries = Object.entries(requirement);
  const scopesOf = new Map<string, unknown>();
  for (const [name, scopes] of entries) {
    delete requirement[name];
    const known = names.get(name) ?? name;
    const before = scopesOf.get(known);
    scopesOf.set(known, isList(before) && isList(scopes) ? [...new Set([...before, ...scopes])] : scopes);
  }
  for (const [name, scopes] of scopesOf) setMember(requirement, name, scopes);
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
