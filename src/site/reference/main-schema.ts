import type { OpenApiDocument, Schema } from '../../openapi/document/openapi-document.ts';
import { kebabCase } from '../../openapi/model/naming.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { pointerName } from '../../openapi/document/refs.ts';
import { soleRef } from '../../openapi/schema/component-ref.ts';
import { flatten } from '../../openapi/schema/flatten.ts';

/**
 * The record a resource is about: the component that has the tag's name in the singular, if the resource's answers use it,
 * else the one that at least half of its successful answers carry. `undefined` where none stands out.
 */
export function mainSchema(document: OpenApiDocument, tag: string, operations: Operation[]): Schema | undefined {
  const uses = new Map<string, number>();
  for (const operation of operations) {
    for (const ref of new Set(answerRefs(document, operation))) uses.set(ref, (uses.get(ref) ?? 0) + 1);
  }
  const named = [...uses.keys()].find((ref) => singular(kebabCase(tag)) === kebabCase(pointerName(ref)));
  const [most] = [...uses].toSorted((a, b) => b[1] - a[1]);
  const ref =
    named ?? (most && operations.length > 1 && most[1] >= 2 && most[1] * 2 >= operations.length ? most[0] : undefined);
  return ref === undefined ? undefined : { $ref: ref };
}

/** Components that a success answers with: the body, a list's items, or what stands in the body's members. */
function answerRefs(document: OpenApiDocument, operation: Operation): string[] {
  const bodies = operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) =>
      content.flatMap(({ schema, itemSchema }) => [schema, itemSchema].filter((one) => one !== undefined)),
    );
  return bodies.flatMap((schema) => {
    const flat = flatten(document, schema);
    const members = [
      schema,
      flat.items,
      ...Object.values(flat.properties ?? {}).flatMap((member) => [member, flatten(document, member).items]),
    ];
    return members.flatMap((member) => (member === undefined ? [] : (soleRef(member) ?? [])));
  });
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
