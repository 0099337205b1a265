import { quoted } from './visible-text.ts';

/** JSON Schema of a tool's arguments: as much of it as the tools need. */
export interface ArgumentsSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, ArgumentSchema>>;
  readonly required?: string[];
  readonly additionalProperties: false;
}

export type ArgumentSchema = { readonly description?: string } & (
  | { readonly type: 'string'; readonly maxLength: number; readonly enum?: string[] }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'object' }
);

/**
 * What is wrong with the arguments of a call.
 * @param tool its name
 * @returns one line about the first fault; undefined where there is none
 */
export function faultOf(
  tool: string,
  { properties, required = [] }: ArgumentsSchema,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(properties, name));
  if (unknown !== undefined)
    return `${tool} takes no argument ${quoted(unknown)}; it takes ${Object.keys(properties).join(', ')}.`;
  const missing = required.find((name) => given[name] === undefined);
  if (missing !== undefined) return `${tool} needs the argument '${missing}'.`;
  for (const [name, schema] of Object.entries(properties)) {
    const wanted = given[name] === undefined ? undefined : wantedBy(schema, given[name]);
    if (wanted !== undefined) return `'${name}' of ${tool} must be ${wanted}.`;
  }
  return undefined;
}

/** What a value should have been; undefined where it is that. */
function wantedBy(schema: ArgumentSchema, value: unknown): string | undefined {
  switch (schema.type) {
    case 'string':
      if (schema.enum) return schema.enum.includes(String(value)) ? undefined : `one of ${schema.enum.join(', ')}`;
      if (typeof value === 'string' && value !== '' && value.length <= schema.maxLength) return undefined;
      return `text of 1 to ${schema.maxLength} characters`;
    case 'integer': {
      const { minimum, maximum } = schema;
      if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return undefined;
      return `a whole number from ${minimum} to ${maximum}`;
    }
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'an object';
  }
}
