import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Options } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/core.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { METHODS } from '../../src/openapi/document/openapi-document.ts';
import type { OpenApiDocument, SchemaObject } from '../../src/openapi/document/openapi-document.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { resolve } from '../../src/openapi/document/refs.ts';
import { isAnnotationKey } from '../../src/openapi/schema/component-ref.ts';
import { formats } from '../../src/sandbox/checks/formats.ts';
import type { Validator } from '../../src/sandbox/checks/validate-body.ts';

/** The schemas of the records that a workspace stores, by kind. */
const RECORDS = {
  contacts: 'Contact',
  conversations: 'Conversation',
  messages: 'Message',
  visitors: 'Visitor',
  sessions: 'Session',
  pageviews: 'Pageview',
  chatbots: 'Chatbot',
  operators: 'Operator',
  webhooks: 'Webhook',
};

/** Who takes care of a conversation since when, as it is stored; its id is that of the conversation. */
const ASSIGNMENT: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'operator_id', 'assigned_at'],
  properties: {
    id: { type: 'string', pattern: '^conv_[A-Za-z0-9]+$' },
    operator_id: { type: 'string', pattern: '^op_[A-Za-z0-9]+$' },
    assigned_at: { type: 'string', format: 'date-time' },
  },
};

type Schemas = Readonly<Record<string, SchemaObject>>;

const COMPONENTS = '#/components/schemas/';

/** Prints one compiled validator per request body, named as its operation: an ES module without `eval` and `require`. */
export async function renderValidators(): Promise<string> {
  const document = await loadDocument(SPEC_FILE);
  return compile(document, requestBodies(document));
}

/** Prints one compiled validator per record that a workspace stores, named as its kind. */
export async function renderRecordValidators(): Promise<string> {
  const document = await loadDocument(SPEC_FILE);
  const closed = (name: string): object => ({ $ref: `${COMPONENTS}${name}`, unevaluatedProperties: false });
  return compile(document, [
    ...Object.entries(RECORDS).map(([kind, name]): [string, object] => [kind, closed(name)]),
    ['assignments', ASSIGNMENT],
  ]);
}

/** The validators of the request bodies of any version, ready to run; by operationId. */
export function bodyValidatorsOf(document: OpenApiDocument): Record<string, Validator> {
  const bodies = requestBodies(document);
  const ajv = schemasOf(document, bodies, {});
  return Object.fromEntries(
    bodies.flatMap(([name]) => {
      const validate = ajv.getSchema(name);
      return validate ? [[name, validate as Validator]] : [];
    }),
  );
}

/** @param named the schemas to validate against, by the names of the validators */
function compile(document: OpenApiDocument, named: readonly [string, object][]): string {
  const ajv = schemasOf(document, named, {
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  return asModule(standaloneCode(ajv, Object.fromEntries(named.map(([name]) => [name, name]))));
}

function schemasOf(document: OpenApiDocument, named: readonly [string, object][], options: Options): Ajv2020 {
  const ajv = new Ajv2020({
    ...options,
    discriminator: true,
    messages: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    formats,
  });
  const schemas = document.components?.schemas ?? {};
  ajv.addSchema({ $id: 'spec', $defs: clean(schemas, true, schemas) });
  for (const [name, schema] of named) ajv.addSchema({ $id: name, ...(clean(schema, false, schemas) as object) });
  return ajv;
}

function requestBodies(document: OpenApiDocument): [string, SchemaObject][] {
  const operations = Object.values(document.paths ?? {}).flatMap((item) => METHODS.map((method) => item[method]));
  return operations.flatMap((operation) => {
    const body = operation?.requestBody;
    const media = body && 'content' in body ? body.content['application/json'] : undefined;
    const schema = media && resolve(document, media).schema;
    return operation?.operationId && schema ? [[operation.operationId, schema] as [string, SchemaObject]] : [];
  });
}

/** A schema as the validator needs it: without annotations, its references pointing into `spec`. */
function clean(value: unknown, isMap: boolean, schemas: Schemas): unknown {
  if (Array.isArray(value)) return value.map((item) => clean(item, false, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => isMap || !isAnnotationKey(key));
  const cleaned = Object.fromEntries(entries.map(([key, item]) => [key, cleanKeyword(key, item, isMap, schemas)]));
  return isMap || !('discriminator' in value) ? cleaned : { ...cleaned, ...tagOf(value as SchemaObject, schemas) };
}

function cleanKeyword(key: string, value: unknown, isMap: boolean, schemas: Schemas): unknown {
  if (isMap) return clean(value, false, schemas);
  if (key === '$ref') return String(value).replace(COMPONENTS, 'spec#/$defs/');
  if (key === 'enum' || key === 'const') return value;
  if (key === 'discriminator') return { propertyName: (value as { propertyName: string }).propertyName };
  return clean(value, key === 'properties' || key === '$defs', schemas);
}

/** The tag of a union as a required field with its values, so that a wrong one is told with those that are right. */
function tagOf({ discriminator, oneOf = [] }: SchemaObject, schemas: Schemas): object {
  const tag = discriminator?.propertyName ?? '';
  const values = oneOf.map((branch) => {
    const reference = typeof branch === 'object' ? (branch.$ref ?? '') : '';
    const property = schemas[reference.replace(COMPONENTS, '')]?.properties?.[tag];
    if (typeof property !== 'object' || property.const === undefined)
      throw new Error(`${reference} has no const ${tag}`);
    return property.const;
  });
  return { type: 'object', required: [tag], properties: { [tag]: { enum: values } } };
}

/** Ajv's ES output still asks for its helpers by `require`. */
function asModule(code: string): string {
  const imports = new Set([`import { formats } from '../checks/formats.ts';`]);
  const body = code
    .replace(/^"use strict";\n?/, '')
    .replaceAll(/require\("ajv\/dist\/runtime\/(\w+)"\)\.default/g, (_match, name: string) => {
      imports.add(`import { ${name} } from '../checks/validator-runtime.ts';`);
      return name;
    });
  if (body.includes('require(')) throw new Error('A validator needs a helper that the sandbox does not have');
  return [...imports, body].join('\n');
}
