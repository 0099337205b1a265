import type { OpenApiDocument } from '../../../src/openapi/document/openapi-document.ts';
import { isRecord, pointerName } from '../../../src/openapi/document/refs.ts';
import type { Direction } from '../../../src/openapi/schema/fields.ts';

/**
 * The schemas of a document as OpenAPI means them for those who send or receive: a member that is only read is not required in a
 * request, and a discriminator chooses its alternative. Of a required member that a schema does not describe, its name decides:
 * it counts as only read where some schema says so of that name.
 */
export function meantBy(document: OpenApiDocument, direction: Direction): (node: object) => object {
  const hidden = new Set<string>();
  collect(document, direction === 'request' ? 'readOnly' : 'writeOnly', hidden);
  return (node) => rewrite(node, hidden) as object;
}

function collect(node: unknown, mark: string, names: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((item) => collect(item, mark, names));
  if (!isRecord(node)) return;
  if (isRecord(node['properties']))
    for (const [name, member] of Object.entries(node['properties']))
      if (JSON.stringify(member)?.includes(`"${mark}":true`)) names.add(name);
  Object.values(node).forEach((value) => collect(value, mark, names));
}

function rewrite(node: unknown, hidden: Set<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, hidden));
  if (!isRecord(node)) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rewrite(value, hidden)]));
  const { required, discriminator, properties } = copy;
  const own = isRecord(properties) ? properties : {};
  if (Array.isArray(required))
    copy['required'] = required.filter((name) => !hidden.has(String(name)) || isUnmarked(own[String(name)]));
  if (isRecord(discriminator) && typeof discriminator['propertyName'] === 'string')
    for (const key of ['oneOf', 'anyOf'])
      if (Array.isArray(copy[key])) copy[key] = copy[key].map((one) => chosen(one, discriminator));
  delete copy['example'];
  delete copy['examples'];
  delete copy['discriminator'];
  return copy;
}

function isUnmarked(member: unknown): boolean {
  return isRecord(member) && !/"(readOnly|writeOnly)":true|"\$ref"/.test(JSON.stringify(member));
}

function chosen(variant: unknown, { propertyName, mapping }: Record<string, unknown>): unknown {
  if (!isRecord(variant) || typeof variant['$ref'] !== 'string') return variant;
  const name = pointerName(variant['$ref']);
  const values = Object.entries(isRecord(mapping) ? mapping : {}).flatMap(([value, target]) =>
    pointerName(String(target)) === name ? [value] : [],
  );
  if (values.length === 0) return variant;
  const key = String(propertyName);
  return { allOf: [variant, { properties: { [key]: { enum: values } }, required: [key] }] };
}
