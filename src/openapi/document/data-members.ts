import { SCHEMA_MAPS } from './schema-maps.ts';

/** Members that hold data, not description. `examples` may be a map of what describes examples, which is none. */
export const DATA_MEMBERS: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'const',
  'value',
  'dataValue',
  'security',
]);

/** Members whose own members have names of the author's, which may be those of keywords. */
export const NAMED_MEMBERS: ReadonlySet<string> = new Set([
  ...SCHEMA_MAPS,
  ...['schemas', 'responses', 'headers', 'parameters', 'requestBodies', 'callbacks', 'links'],
]);
