/** What a reader has filled in for one operation: plain text, so that a call can be kept, linked to and sent again. */
import type { BundledContent } from '../../../../openapi/bundle/bundled-body.ts';
import type { BundledOperation, BundledParameter } from '../../../../openapi/bundle/bundled-operation.ts';
import { isJson, isMultipart, isText } from '../../../../openapi/document/media-types.ts';
import type { Schema, SchemaObject } from '../../../../openapi/document/openapi-document.ts';

export interface RequestInput {
  /** Text of each parameter, by `fieldOf`. An empty text leaves the parameter out. */
  values: Record<string, string>;
  /** The body as typed; empty: none. */
  body: string;
  /** What the body is sent as; the document's first media type unless told. */
  mediaType?: string;
}

/** Names a parameter within its operation: `query.page`. The body is `body`. */
export function fieldOf(parameter: Pick<BundledParameter, 'in' | 'name'>): string {
  return `${parameter.in}.${parameter.name}`;
}

/** A browser sends its own cookies; all other parameters can be filled in. */
export function editableParameters(operation: BundledOperation): BundledParameter[] {
  return operation.parameters.filter((parameter) => parameter.in !== 'cookie');
}

/** The call of the document's example: required parameters filled, optional ones empty, the first body example. */
export function exampleInput(operation: BundledOperation): RequestInput {
  const required = editableParameters(operation).filter((parameter) => parameter.required);
  return {
    values: Object.fromEntries(required.map((parameter) => [fieldOf(parameter), exampleText(parameter)])),
    body: bodyExamples(contentOf(operation))[0]?.text ?? '',
  };
}

/** A parameter's example as a reader would type it: a list with commas between its items, unless one holds a comma itself. */
export function exampleText({ example }: BundledParameter): string {
  const text = String(example ?? '');
  const isPlain = Array.isArray(example) ? text.split(',').length === example.length : typeof example !== 'object';
  return isPlain || text === '' ? text : JSON.stringify(example);
}

/** What the document says of a body of the chosen media type; `undefined` where the operation takes none. */
export function contentOf({ body }: BundledOperation, call?: RequestInput): BundledContent | undefined {
  const { content = [] } = body ?? {};
  return content.find(({ mediaType }) => mediaType === call?.mediaType) ?? content[0];
}

/** The document's examples of a body, as text for the editor. A file has none: only the reader can choose one. */
export function bodyExamples(content: BundledContent | undefined): { name: string; text: string }[] {
  if (!content || !(isText(content.mediaType) || isMultipart(content.mediaType))) return [];
  return content.examples
    .filter(({ value }) => value !== undefined)
    .map(({ name, summary, value }) => ({
      name: summary || name,
      text: typeof value === 'string' && !isJson(content.mediaType) ? value : JSON.stringify(value, null, 2),
    }));
}

/** Follows the references of a schema to the object that describes it; `{}` where anything goes. */
export function schemaObject(operation: Pick<BundledOperation, '$defs'>, schema: Schema | undefined): SchemaObject {
  let current = schema;
  for (let steps = 0; steps < 10 && typeof current === 'object' && current.$ref !== undefined; steps += 1) {
    current = operation.$defs[current.$ref.slice('#/$defs/'.length)];
  }
  return typeof current === 'object' ? current : {};
}

/** The first type that a schema names, `null` aside. */
export function typeOf({ type }: SchemaObject): string | undefined {
  return Array.isArray(type) ? type.find((name) => name !== 'null') : type;
}
