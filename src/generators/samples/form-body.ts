import type { BodyPart } from '../../openapi/request/body-parts.ts';
import { isRecord } from '../../openapi/document/refs.ts';
import { wirePairs } from '../../openapi/request/serialize.ts';
import type { FormFields, FormValue } from './request.ts';

/**
 * The members of a form as its fields: each item of a list is a field of its own, an object is JSON, and of `application/json`
 * where parts have media types.
 * @param parts How members are sent that are not plain text, by name.
 * @see https://spec.openapis.org/oas/v3.1.1#encoding-object
 */
export function formBody(
  body: Record<string, unknown>,
  format: 'form' | 'multipart',
  parts: Record<string, BodyPart> = {},
): FormFields {
  return Object.entries(body).flatMap(([name, value]): FormFields => {
    const part = Object.hasOwn(parts, name) ? (parts[name] ?? {}) : {};
    const { style, explode = false } = part;
    if (style !== undefined) return wirePairs({ name, in: 'query', style, explode }, value);
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => [name, fieldValue(name, item, format, part)]);
  });
}

function fieldValue(name: string, item: unknown, format: 'form' | 'multipart', part: BodyPart): FormValue {
  const type = concreteType(part.contentType);
  if (part.file) {
    const file = typeof item === 'string' && item !== '' ? item : `${name}.bin`;
    return { file, ...(type && { type }) };
  }
  const text = typeof item === 'string' ? item : JSON.stringify(item);
  const ownType = type ?? (isRecord(item) ? 'application/json' : undefined);
  return format === 'form' || ownType === undefined ? text : { text, type: ownType };
}

/** Of several media types the first; a range names none. */
function concreteType(contentType: string | undefined): string | undefined {
  const first = contentType?.split(',')[0]?.trim();
  return first?.includes('*') ? undefined : first;
}
