import { Validator as SchemaValidator } from '@cfworker/json-schema';
import type { OutputUnit } from '@cfworker/json-schema';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { atPointer, isRecord } from '../../openapi/document/refs.ts';
import { isJson } from '../../openapi/document/media-types.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { isAnnotationKey } from '../../openapi/schema/component-ref.ts';
import { unescapeStep } from '../../json-text/json-pointer.ts';
import type { Validator } from '../checks/validate-body.ts';

/** What only tells that something below does not hold. */
const OF_PARTS = new Set([
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'additionalProperties',
  'unevaluatedProperties',
]);

const NAMED = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

/**
 * Validators of the request bodies of any version, where no code may be compiled: in a page. They tell of the same fields as compiled
 * ones do; of several mistakes they may name another first.
 */
export function interpretedValidators(document: OpenApiDocument): Record<string, Validator> {
  // The validator takes an `id` in an example for the address of a schema.
  const components = { schemas: withoutTexts(document.components?.schemas ?? {}, true) };
  return Object.fromEntries(
    listOperations(document).flatMap(({ operationId, requestBody }): [string, Validator][] => {
      const schema = requestBody?.content.find(({ mediaType }) => isJson(mediaType))?.schema;
      if (typeof schema !== 'object') return [];
      return [[operationId, interpreted({ ...(withoutTexts(schema, false) as object), components })]];
    }),
  );
}

/** Schemas without what says nothing of values. @param isMap whether its keys are names */
function withoutTexts(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item, false));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isMap || !isAnnotationKey(key))
      .map(([key, item]) => [
        key,
        !isMap && (key === 'enum' || key === 'const') ? item : withoutTexts(item, !isMap && NAMED.has(key)),
      ]),
  );
}

function interpreted(root: Record<string, unknown>): Validator {
  const checker = new SchemaValidator(root, '2020-12', false);
  const validate: Validator = (data) => {
    const { valid, errors } = checker.validate(data);
    validate.errors = valid
      ? null
      : errors.filter(({ keyword }) => !OF_PARTS.has(keyword)).map((unit) => violationOf(unit, root));
    return valid;
  };
  return validate;
}

type Violation = NonNullable<Validator['errors']>[number];

/** A violation in the words of a compiled validator. */
function violationOf({ keyword, keywordLocation, instanceLocation, error }: OutputUnit, root: object): Violation {
  const instancePath = decodeURIComponent(instanceLocation.slice(1));
  if (keyword === 'false') {
    // A member that nothing describes.
    const at = instancePath.lastIndexOf('/');
    const params = { additionalProperty: unescapeStep(instancePath.slice(at + 1)) };
    return { instancePath: instancePath.slice(0, at), keyword: 'additionalProperties', params };
  }
  const value = valueAt(root, keywordLocation);
  if (keyword === 'required')
    return { instancePath, keyword, params: { missingProperty: /"(.*)"/s.exec(error)?.[1] ?? '' } };
  const params = {
    limit: value,
    type: value,
    allowedValues: value,
    allowedValue: value,
    format: value,
    pattern: value,
  };
  return { instancePath, keyword, params };
}

/** What a keyword says, whose place may lead through references. */
function valueAt(root: object, location: string): unknown {
  let node: unknown = root;
  for (const step of location.split('/').slice(1)) {
    if (!isRecord(node) && !Array.isArray(node)) return undefined;
    const next: unknown = (node as Record<string, unknown>)[
      decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    ];
    node = step === '$ref' && typeof next === 'string' ? atPointer(root as Record<string, unknown>, next) : next;
  }
  return node;
}
