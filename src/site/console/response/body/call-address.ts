/** The address of an operation's page with some of its parameters filled in. */
export function callAddress(address: string, _values: Record<string, string>): string {
  return address;
}
