/** Where on the page a part of an answer is documented. */
import { anchor, kebabCase } from '../../../../openapi/model/naming.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { ContractCheck, Violation } from './check-response.ts';

/** The id of the documentation of what is violated, or of what it is part of; `undefined` where the page has none. */
export function anchorOf(
  operation: BundledOperation,
  { documented }: ContractCheck,
  violation: Violation,
  page: Pick<Document, 'getElementById' | 'querySelectorAll'>,
): string | undefined {
  const has = (id: string) => page.getElementById(id) !== null;
  if (!documented) return ['responses', 'errors'].find(has);
  const own = anchor('response', documented.key);
  if (violation.at === 'header') {
    return [anchor(own, 'header', violation.name), anchor('errors', 'header', violation.name), own].find(has);
  }
  if (violation.at !== 'value') return has(own) ? own : undefined;
  const names = violation.path.filter((part) => typeof part === 'string');
  for (const base of [own, ...componentAnchors(operation, documented.content)]) {
    const found = deepest(base, names, page, has);
    if (found !== undefined) return found;
  }
  return has(own) ? own : undefined;
}

/** Errors that share a body have it once, under the component's name. */
function componentAnchors({ $defs }: BundledOperation, content: { schema?: unknown }[]): string[] {
  return content.flatMap(({ schema }) => {
    const ref = typeof schema === 'object' && schema !== null && '$ref' in schema ? String(schema.$ref) : '';
    const name = ref.slice('#/$defs/'.length);
    return Object.hasOwn($defs, name) ? kebabCase(name) : [];
  });
}

/** The field itself, else the same field in an alternative, else what they are in. */
function deepest(
  base: string,
  names: string[],
  page: Pick<Document, 'querySelectorAll'>,
  has: (id: string) => boolean,
): string | undefined {
  for (let length = names.length; length > 0; length -= 1) {
    const parts = names.slice(0, length);
    const id = anchor(base, ...parts);
    if (has(id)) return id;
    const [prefix, last] = [anchor(base, ...parts.slice(0, -1)), anchor(parts.at(-1) ?? '')];
    const inVariant = [...page.querySelectorAll(`[id^="${CSS.escape(prefix)}-"][id$="-${CSS.escape(last)}"]`)][0];
    if (inVariant) return inVariant.id;
  }
  return undefined;
}
