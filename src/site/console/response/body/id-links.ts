/** Ids in an answer as links to the operation that takes them. */
import type { BundledOperation, AddressedIdLink } from '../../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../../request/input/request-input.ts';
import { linkTo } from '../../permalink/permalink.ts';
import type { JsonNode } from '../../../../json-text/tree.ts';

export interface ValueLink {
  href: string;
  title: string;
}

/** No id is longer; longer texts are not looked at. */
const longestId = 200;

/**
 * Finds where a value of a JSON text leads to.
 * @param call What the form holds: ids of the records around, which a path may need too.
 */
export function linkFinder(
  operation: BundledOperation,
  call: RequestInput,
  text: string,
): (node: JsonNode) => ValueLink | undefined {
  const links = (operation.links ?? []).map((link) => ({ link, pattern: new RegExp(link.pattern, 'u') }));
  return (node) => {
    const id = stringOf(text, node);
    const found = id === undefined ? undefined : links.find(({ pattern }) => pattern.test(id));
    const values =
      id !== undefined && found && valuesFor(found.link, id, [...siblings(text, node), ...pathValues(call)]);
    if (!values) return undefined;
    const link = linkTo(found.link, { values, body: '' });
    const fragment = 'fragment' in link ? link.fragment : '';
    return {
      href: found.link.address + fragment,
      title: `${found.link.summary}: ${id}`,
    };
  };
}

/** The path parameters of a call, or `undefined` where not all of them can be told. */
function valuesFor(
  { parameter, others }: AddressedIdLink,
  id: string,
  around: string[],
): Record<string, string> | undefined {
  const values: Record<string, string> = { [`path.${parameter}`]: id };
  for (const other of others) {
    const pattern = new RegExp(other.pattern, 'u');
    const value = around.find((candidate) => pattern.test(candidate));
    if (value === undefined) return undefined;
    values[`path.${other.parameter}`] = value;
  }
  return values;
}

function stringOf(text: string, { type, start, end }: JsonNode): string | undefined {
  return type === 'string' && end - start <= longestId ? (JSON.parse(text.slice(start, end)) as string) : undefined;
}

/** Texts of the same record. */
function siblings(text: string, { parent }: JsonNode): string[] {
  return (parent?.type === 'object' ? parent.children : []).flatMap((child) =>
    child.name === 'id' ? [] : (stringOf(text, child) ?? []),
  );
}

function pathValues({ values }: RequestInput): string[] {
  return Object.entries(values).flatMap(([field, value]) => (field.startsWith('path.') ? value : []));
}
