/** Checks a value against a JSON Schema, in words and places that a reader can use. */
import { Validator } from '@cfworker/json-schema';
import type { OutputUnit } from '@cfworker/json-schema';
import type { Schema } from '../../../../openapi/document/openapi-document.ts';
import { violationText } from './violation-text.ts';
import { instancePath, keywordAt } from './schema-locations.ts';
import type { RootSchema } from './schema-locations.ts';
import { branchOf } from './union-branch.ts';

export interface SchemaViolation {
  /** To the value that is wrong; to a missing member. */
  path: (string | number)[];
  message: string;
}

/** Keywords whose errors only repeat those of the schemas in them. */
const containers = new Set([
  '$ref', 'properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'items', 'prefixItems',
  'unevaluatedItems', 'allOf', 'if', 'dependentSchemas', 'propertyNames',
]); // prettier-ignore

/**
 * What of a value breaks a schema; empty where nothing does. Of a union, only what is wrong with the alternative that
 * was meant.
 * @throws Where the schema cannot be used (an unknown `$ref`, a pattern that is none) or the value is nested too deep.
 */
export function schemaViolations(value: unknown, schema: Schema, $defs: Record<string, Schema>): SchemaViolation[] {
  // The validator leaves marks in the schema it is given, and knows plain numbers only.
  const root = JSON.parse(JSON.stringify({ $defs, allOf: [schema] })) as RootSchema;
  const { errors } = new Validator(root as object, '2020-12', false).validate(value);
  return leaves(errors, { value, root });
}

interface Context {
  value: unknown;
  root: RootSchema;
}

function leaves(errors: readonly OutputUnit[], context: Context): SchemaViolation[] {
  const violations: SchemaViolation[] = [];
  for (let at = 0; at < errors.length; at += 1) {
    const error = errors[at];
    if (!error || containers.has(error.keyword)) continue;
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') {
      violations.push(faultOf(error, context));
      continue;
    }
    const inner = errorsWithin(errors, at);
    at += inner.length;
    const branch = branchOf(error, inner, context);
    violations.push(...(branch ? leaves(branch, context) : [faultOf(error, context)]));
  }
  return violations;
}

/** The errors of a union's alternatives follow it directly. */
function errorsWithin(errors: readonly OutputUnit[], at: number): OutputUnit[] {
  const prefix = `${errors[at]?.keywordLocation ?? ''}/`;
  let end = at + 1;
  while (errors[end]?.keywordLocation.startsWith(prefix)) end += 1;
  return errors.slice(at + 1, end);
}

function faultOf(error: OutputUnit, { value, root }: Context): SchemaViolation {
  const { path, found } = instancePath(value, error.instanceLocation);
  const missing = error.keyword === 'required' ? /property "([\s\S]*)"\.$/.exec(error.error)?.[1] : undefined;
  return {
    path: missing === undefined ? path : [...path, missing],
    message: violationText(error, found, keywordAt(root, error.keywordLocation)),
  };
}
