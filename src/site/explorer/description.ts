/** The OpenAPI document as the explorer shows it: Scalar takes some of it in ways that a reader would stumble over. */
import { METHODS } from '../../openapi/document/openapi-document.ts';
import type {
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  PathItem,
  SecurityRequirement,
} from '../../openapi/document/openapi-document.ts';
import { parameterExample } from '../../openapi/schema/example.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import type { Operation, Parameter } from '../../openapi/model/operations.ts';

/**
 * The document without its OAuth scheme, and with optional parameters switched off.
 * Scalar would sign in at the scheme's own addresses, whatever environment is chosen: a request from the explorer
 * carries a key. And it would send every parameter that has an example, both ways of paging at once.
 */
export function explorerDescription(document: OpenApiDocument): OpenApiDocument {
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  const left = Object.fromEntries(schemes.filter(([, scheme]) => !('type' in scheme && scheme.type === 'oauth2')));
  const byPlace = new Map(
    listOperations(document).map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  const changeItem = (path: string, item: PathItem): PathItem => {
    const changed = { ...item };
    for (const method of METHODS) {
      const [original, operation] = [item[method], byPlace.get(`${method} ${path}`)];
      if (original && operation) changed[method] = changeOperation(document, original, operation, left);
    }
    return changed;
  };
  return {
    ...document,
    security: withSchemes(document.security, left),
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, item]) => [path, changeItem(path, item)]),
    ),
    components: { ...document.components, securitySchemes: left },
  };
}

function changeOperation(
  document: OpenApiDocument,
  original: OperationObject,
  operation: Operation,
  schemes: object,
): OperationObject {
  const examples = operation.requestBody?.content.flatMap((media) => media.examples.map(({ name }) => name)) ?? [];
  return {
    ...original,
    ...(original.security && { security: withSchemes(original.security, schemes) }),
    parameters: operation.parameters.map((parameter) => changeParameter(document, parameter, ['default', ...examples])),
  };
}

function withSchemes(security: SecurityRequirement[] = [], schemes: object): SecurityRequirement[] {
  return security.filter((requirement) => Object.keys(requirement).every((name) => Object.hasOwn(schemes, name)));
}

/**
 * The parameter with `x-disabled` examples where it is optional.
 * @param exampleNames Scalar looks a parameter's example up under the name of the chosen body example.
 */
function changeParameter(document: OpenApiDocument, parameter: Parameter, exampleNames: string[]): ParameterObject {
  const { name, in: place, description, required, deprecated, schema, style, explode } = parameter;
  const written = {
    name,
    in: place,
    description,
    required,
    deprecated,
    style,
    explode,
    schema: typeof schema === 'object' ? schema : {},
  };
  const value = parameterExample(document, parameter);
  const example = { value: value ?? '', ...(!required && { 'x-disabled': true }) };
  return { ...written, examples: Object.fromEntries(exampleNames.map((exampleName) => [exampleName, example])) };
}
