import { YamlParseError } from '@redocly/openapi-core';
import type { Oas3Rule } from '@redocly/openapi-core';
import { reasonOf } from './document-error.ts';
import type { Faults } from './faults.ts';
import type { MissingParts } from './missing-parts.ts';
import { isRecord } from './refs.ts';

/**
 * What to do with a `$ref` that leads nowhere: one within data or an extension is not followed, one of a mapping is left out,
 * one whose place can tell of it is given to `missing`; any other is refused.
 */
export function referenceRule(faults: Faults, missing?: MissingParts): Oas3Rule {
  return () => ({
    ref: {
      leave({ $ref, ...siblings }, { location, type, key, parent }, { node, error }) {
        if (node !== undefined) return;
        if (isOfMapping(location.pointer) && isRecord(parent)) {
          faults.add('leads to no schema, and is left out of the mapping', location, $ref);
          delete parent[key];
        } else if (type.name === 'SpecExtension' || key === 'example') {
          faults.add('is a $ref within data that leads nowhere, and stays as it is', location, $ref);
        } else if (error instanceof YamlParseError) {
          faults.refuse(location, reasonOf(error.originalError.message), error);
        } else if (!missing?.add(type.name, { spot: location, parent, key, ref: $ref, siblings })) {
          const reason = error ? `: ${reasonOf(error.message).replace(', realpath', '')}` : '';
          faults.refuse(location, `Can't resolve $ref "${$ref}"${reason}`);
        }
      },
    },
  });
}

function isOfMapping(pointer: string): boolean {
  return /\/discriminator\/(?:mapping\/[^/]+|defaultMapping)$/.test(pointer);
}
