import type { OpenApiDocument, Schema, SchemaObject } from '../../openapi/document/openapi-document.ts';
import { resolve } from '../../openapi/document/refs.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { copyExact } from '../../json-text/exact-number.ts';
import type { IdentifiedChange, VersionChanges } from './releases.ts';
import { NEXT } from './releases.ts';

/**
 * The document with `x-since` at each field and parameter that a version added, for its page. Those of the oldest version, of
 * which nobody knows since when they are there, have none. The document that was given stays as it is.
 */
export function markSince(document: OpenApiDocument, versions: readonly VersionChanges[]): OpenApiDocument {
  const marked = copyExact(document);
  for (const { version, changes } of versions)
    for (const change of changes.filter(({ kind }) => kind === 'added'))
      for (const schema of schemasAt(marked, change))
        schema['x-since'] ??= version === NEXT ? 'the next release' : version;
  return marked;
}

function schemasAt(document: OpenApiDocument, { subject, location, operations }: IdentifiedChange): SchemaObject[] {
  if (subject === 'parameter')
    return parametersAt(document, operations, /(?:query|header|cookie)\.(.+)$/.exec(location)?.[1]);
  const [name, ...steps] = location.split('.');
  const component = name === undefined ? undefined : document.components?.schemas?.[name];
  const field = subject === 'field' && component !== undefined ? fieldAt(document, component, steps) : undefined;
  return field ? [field] : [];
}

/** Follows the steps of a location: names of members, with `[]` behind them for the items of a list. */
function fieldAt(document: OpenApiDocument, schema: Schema, steps: string[]): SchemaObject | undefined {
  let found: Schema | undefined = schema;
  for (const step of steps) {
    const [, name = '', items = ''] = /^([^[\]()]+)((?:\[\])*)$/.exec(step) ?? [];
    found = memberOf(document, found, name);
    for (let depth = items.length / 2; depth > 0; depth -= 1)
      found = typeof found === 'object' ? found.items : undefined;
  }
  return steps.length > 0 && typeof found === 'object' ? found : undefined;
}

function memberOf(document: OpenApiDocument, schema: Schema | undefined, name: string): Schema | undefined {
  if (typeof schema !== 'object') return undefined;
  const { properties = {} } = resolve<SchemaObject>(document, schema);
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function parametersAt(
  document: OpenApiDocument,
  operations: readonly string[],
  name: string | undefined,
): SchemaObject[] {
  return listOperations(document)
    .filter(({ operationId }) => operations.includes(operationId))
    .flatMap(({ parameters }) => parameters.filter((parameter) => parameter.name === name))
    .flatMap(({ schema }) => (typeof schema === 'object' ? [schema] : []));
}
