import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Faults } from './faults.ts';
import { isJson } from './media-types.ts';
import { readValueAs } from './read-value-as.ts';
import type { Follow } from './read-value-as.ts';
import { isRecord } from './refs.ts';

/** Members of a schema that hold values of it, and those that hold lists of them. */
const VALUES = ['example', 'default', 'const'];
const LISTS = ['examples', 'enum'];

/**
 * Reads values of another type than their schema takes as they are meant: a number that YAML made of a text, as a text, and JSON that
 * is written as a text, as its value. After the parts of a schema: they may be mended.
 */
export function exampleRule(faults: Faults): Oas3Rule {
  return () => ({
    Schema: {
      leave(schema: unknown, context: UserContext) {
        if (!isRecord(schema)) return;
        const values = new Values(faults, context, schema);
        for (const key of VALUES) values.read(schema, key, [key], key !== 'const');
        for (const key of LISTS)
          if (Array.isArray(schema[key]))
            for (const at of schema[key].keys()) values.read(schema[key], at, [key, at], key === 'examples');
      },
    },
    MediaType: {
      leave: (media: unknown, context: UserContext) =>
        readExamples(faults, media, context, isJson(String(context.key))),
    },
    Parameter: { leave: (parameter: unknown, context: UserContext) => readExamples(faults, parameter, context, true) },
    Header: { leave: (header: unknown, context: UserContext) => readExamples(faults, header, context, true) },
  });
}

/** The examples that stand beside a schema. */
function readExamples(faults: Faults, part: unknown, context: UserContext, canParse: boolean): void {
  if (!isRecord(part)) return;
  if (part.example !== undefined && isRecord(part.examples) && Object.keys(part.examples).length > 0)
    faults.add('stands beside `examples`, and is left out', context.location.child(['example']));
  if (part.schema === undefined) return;
  const values = new Values(faults, context, part.schema);
  values.read(part, 'example', ['example'], canParse);
  if (!isRecord(part.examples)) return;
  for (const [name, given] of Object.entries(part.examples)) {
    const { node } = context.resolve<object>(given as object);
    if (!isRecord(node)) continue;
    for (const key of ['value', 'dataValue'])
      values.read(node, key, ['examples', name, ...(node === given ? [key] : [])], canParse);
  }
}

class Values {
  readonly #faults: Faults;
  readonly #context: UserContext;
  readonly #schema: unknown;

  constructor(faults: Faults, context: UserContext, schema: unknown) {
    this.#faults = faults;
    this.#context = context;
    this.#schema = schema;
  }

  /** @param canParse Whether a text may be JSON. */
  read(holder: object, key: string | number, steps: (string | number)[], canParse: boolean): void {
    const values = holder as Record<string | number, unknown>;
    if (values[key] === undefined) return;
    const { location, resolve } = this.#context;
    const follow: Follow = (ref, file) => {
      const found = resolve<object>(ref, file);
      return { node: found.node, file: found.location?.source.absoluteRef ?? file };
    };
    const at = { node: this.#schema, file: location.source.absoluteRef };
    values[key] = readValueAs(values[key], [at], {
      follow,
      canParse,
      note: (kind, below) => this.#faults.add(kind, location.child([...steps, ...below])),
    });
  }
}
