/** The steps of a JSON Pointer. @see https://www.rfc-editor.org/rfc/rfc6901#section-3 */

export function escapeStep(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
