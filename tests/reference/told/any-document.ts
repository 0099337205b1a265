import Ajv from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { OpenApiDocument, Schema } from '../../../src/openapi/document/openapi-document.ts';
import { fc } from '../../fast-check.ts';
import { anySchema } from './any-schema.ts';

function documentOf(Root: Schema, Left: Schema, Right: Schema): OpenApiDocument {
  const tree = { $ref: '#/components/schemas/Tree' };
  const Tree: Schema = {
    type: 'object',
    properties: { a: { type: 'string' }, b: tree, c: { type: 'array', items: tree } },
  };
  const schemas = { Root, Left, Right, Tree } as NonNullable<OpenApiDocument['components']>['schemas'];
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas: schemas ?? {} } };
}

const addFormats = addFormatsModule as unknown as (target: Ajv) => void;

/** Documents of three schemas and a tree. */
export const anyDocument = fc
  .tuple(anySchema(2, ['Left', 'Right', 'Tree']), anySchema(1, ['Tree']), anySchema(1, ['Left', 'Tree']))
  .map((schemas) => documentOf(...schemas));

export const ROOT = { $ref: '#/components/schemas/Root' };

/** The judge that knows nothing of this project. */
export function validatorOf(document: OpenApiDocument, formats = false): (value: unknown) => boolean | undefined {
  const ajv = new Ajv({ strict: false, validateFormats: formats, logger: false, inlineRefs: false });
  if (formats) addFormats(ajv);
  ajv.addSchema({ $id: 'document', components: document.components });
  const validate = ajv.compile({ $ref: 'document#/components/schemas/Root' });
  const hasDependents = JSON.stringify(document.components).includes('dependentSchemas');
  return (value) => {
    try {
      if (validate(value)) return true;
      // Beside `dependentSchemas`, Ajv 8.20 forgets what `properties` has evaluated: its `unevaluatedProperties` say nothing there.
      const isDoubtful = hasDependents && validate.errors?.some(({ keyword }) => keyword === 'unevaluatedProperties');
      return isDoubtful ? undefined : false;
    } catch {
      // Ajv 8.20 stumbles over some `unevaluatedProperties` beside alternatives.
      return undefined;
    }
  };
}
