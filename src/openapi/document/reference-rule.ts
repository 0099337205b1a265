import { YamlParseError } from '@redocly/openapi-core';
import type { Oas3Rule } from '@redocly/openapi-core';
import { reasonOf } from './document-error.ts';
import type { Faults } from './faults.ts';
import { isRecord } from './refs.ts';

/** Refuses a `$ref` that leads nowhere; one within data or an extension is not followed, and one of a mapping is left out. */
export function referenceRule(faults: Faults): Oas3Rule {
  return () => ({
    ref: {
      leave({ $ref }, { location, type, key, parent }, { node, error }) {
        if (node !== undefined) return;
        if (isOfMapping(location.pointer) && isRecord(parent)) {
          faults.add('leads to no schema, and is left out of the mapping', location, $ref);
          delete parent[key];
        } else if (type.name === 'SpecExtension' || key === 'example') {
          faults.add('is a $ref within data that leads nowhere, and stays as it is', location, $ref);
        } else if (error instanceof YamlParseError) {
          faults.refuse(location, reasonOf(error.originalError.message), error);
        } else {
          const reason = error ? `: ${reasonOf(error.message).replace(', realpath', '')}` : '';
          faults.refuse(location, `Can't resolve $ref "${$ref}"${reason}`);
        }
      },
    },
  });
}

function isOfMapping(pointer: string): boolean {
  return /\/discriminator\/mapping\/[^/]+$/.test(pointer);
}
