/**
 * The address of an operation's page with some of its parameters filled in: the fragment of a link that restores a call.
 * @param values Texts of parameters by `fieldOf`.
 */
export function callAddress(page: string, operationId: string, values: Record<string, string>): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ op: operationId, values, body: '' }));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `${page}#try=${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
