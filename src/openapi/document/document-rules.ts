import { isMappingRef } from '@redocly/openapi-core';
import type { Oas3Rule, Plugin } from '@redocly/openapi-core';
import { dialectRule } from './dialect-rule.ts';
import { documentTypes } from './document-types.ts';
import { exampleRule } from './example-rule.ts';
import type { Faults } from './faults.ts';
import type { MissingParts } from './missing-parts.ts';
import { methodRule } from './method-rule.ts';
import { newerRule } from './newer-rule.ts';
import { referenceRule } from './reference-rule.ts';
import { isRecord } from './refs.ts';
import type { SchemeLinks } from './scheme-links.ts';
import { serverRule } from './server-rule.ts';
import { tagRule } from './tag-rule.ts';
import { shapeRule } from './shape-rule.ts';

/** Take what can be mended only once all files are read. */
interface Takers {
  /** The parts that a `$ref` does not find; without it, they are refused. */
  missing?: MissingParts | undefined;
  schemes: SchemeLinks;
}

type MakeRule = (faults: Faults, root: unknown, takers: Takers) => Oas3Rule;

const MAKERS: Record<string, MakeRule> = {
  // Before the shapes are mended: it tells what was written.
  'document/dialect': dialectRule,
  'document/shape': shapeRule,
  // Before parts are walked through: it moves some.
  'document/method': methodRule,
  'document/newer': newerRule,
  'document/tags': tagRule,
  'document/examples': exampleRule,
  'document/servers': serverRule,
  'document/references': (faults, _root, { missing }) => referenceRule(faults, missing),
  'document/schemes': (_faults, _root, { schemes }) => schemeRule(schemes),
  'document/mapping': mappingRule,
  'document/unique-operation-id': uniqueOperationId,
};

/** The names of `documentRules`, all on. */
export const RULES = Object.fromEntries(Object.keys(MAKERS).map((name) => [name, 'error' as const]));

/**
 * What a document is looked at with; what is found is told to `faults`, and parts of other shapes are mended in place.
 */
export function documentRules(faults: Faults, root: unknown, takers: Takers): Plugin {
  const rules = Object.entries(MAKERS).map(([name, make]) => [name, make(faults, root, takers)] as const);
  return { id: 'document', rules: { oas3: Object.fromEntries(rules) }, typeExtension: { oas3: documentTypes } };
}

/** A mapping may name a schema, instead of referring to it; a name of none leads nowhere. */
function mappingRule(faults: Faults, root: unknown): Oas3Rule {
  const components = isRecord(root) ? root.components : undefined;
  const schemas = isRecord(components) && isRecord(components.schemas) ? components.schemas : {};
  const leadsNowhere = (target: unknown): boolean =>
    typeof target !== 'string' || !(isMappingRef(target) || Object.hasOwn(schemas, target));
  return () => ({
    Discriminator(discriminator: unknown, { location }) {
      if (!isRecord(discriminator) || discriminator.defaultMapping === undefined) return;
      const { defaultMapping } = discriminator;
      if (!leadsNowhere(defaultMapping)) return;
      faults.add(
        'leads to no schema, and is left out of the mapping',
        location.child(['defaultMapping']),
        String(defaultMapping),
      );
      delete discriminator.defaultMapping;
    },
    DiscriminatorMapping(mapping: unknown, { location }) {
      if (!isRecord(mapping)) return;
      for (const [value, target] of Object.entries(mapping)) {
        if (!leadsNowhere(target)) continue;
        faults.add('leads to no schema, and is left out of the mapping', location.child([value]), String(target));
        delete mapping[value];
      }
    },
  });
}

/** Takes what an operation asks for, by name or by address. */
function schemeRule(schemes: SchemeLinks): Oas3Rule {
  return () => ({
    SecurityRequirement(requirement: unknown, { location }) {
      if (isRecord(requirement)) schemes.add(requirement, location);
    },
  });
}

/** Tells an operationId that another operation has: both get a page, the second one's address has a number. */
function uniqueOperationId(faults: Faults): Oas3Rule {
  return () => {
    const seen = new Set<unknown>();
    return {
      Operation(operation: unknown, { location }) {
        const operationId = isRecord(operation) ? operation.operationId : undefined;
        if (operationId === undefined) return;
        if (seen.has(operationId))
          faults.add(
            'an operationId is taken by an operation before; the later one gets a number after it',
            location.child(['operationId']),
            String(operationId),
          );
        seen.add(operationId);
      },
    };
  };
}
