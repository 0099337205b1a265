/** Sets a member whose name comes from a document: an assignment to `__proto__` would set the prototype. */
export function setMember(node: object, name: string, value: unknown): void {
  Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}
