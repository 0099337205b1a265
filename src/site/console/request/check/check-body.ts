/** How a body breaks its schema, told at the fields it is about. */
import { Validator } from '@cfworker/json-schema';
import type { OutputUnit, Schema as ValidatorSchema } from '@cfworker/json-schema';
import { unescapeStep } from '../../../../json-text/json-pointer.ts';
import { atPointer, isRecord } from '../../../../openapi/document/refs.ts';
import type { BundledContent } from '../../../../openapi/bundle/bundled-body.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { nearestNode } from '../../../../json-text/find.ts';
import { parseJson } from '../../../../json-text/tree.ts';
import { contentOf } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import type { Problem } from '../problems.ts';
import { takesValue } from '../input/body-content.ts';
import { violationMessage } from './violation-message.ts';
import { relevantErrors } from './relevant-errors.ts';
import { readablePath } from './readable-path.ts';

/** What the check has to say; nothing where the text is not JSON, the schema says nothing, or the check cannot read it. */
export function checkBody(operation: BundledOperation, call: RequestInput): Problem[] {
  const content = contentOf(operation, call);
  const root = takesValue(content) ? parseJson(call.body) : undefined;
  if (content?.schema === undefined || root === undefined) return [];
  const { schema } = content;
  return relevantErrors(errorsOf(operation, content, JSON.parse(call.body))).map((unit) => {
    const { pointer, message } = violationMessage(unit, keywordValue(operation, schema, unit.keywordLocation));
    const node = nearestNode(root, pointer);
    return {
      field: `body${pointer}`,
      message,
      ...(pointer !== '' && { place: readablePath(pointer) }),
      blocking: false,
      at: node.start,
      end: node.end,
    };
  });
}

const validators = new WeakMap<BundledContent, Validator | undefined>();

function errorsOf(operation: BundledOperation, content: BundledContent, value: unknown): OutputUnit[] {
  try {
    if (!validators.has(content)) validators.set(content, validatorOf(operation, content.schema));
    return validators.get(content)?.validate(value).errors ?? [];
  } catch {
    // A pattern or reference that the check cannot read: the API's answer will tell.
    return [];
  }
}

/** The check writes into the schemas that it reads and knows plain numbers only, so it gets a copy. What is only read is not asked for. */
function validatorOf(operation: BundledOperation, schema: unknown): Validator {
  const copy = JSON.parse(JSON.stringify({ $defs: operation.$defs, allOf: [schema] })) as unknown;
  return new Validator(withoutReadOnly(copy) as ValidatorSchema, '2020-12', false);
}

function withoutReadOnly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutReadOnly);
  if (!isRecord(node)) return node;
  const { properties, required } = node;
  if (Array.isArray(required) && isRecord(properties)) {
    const isReadOnly = (name: unknown) => {
      const member = properties[String(name)];
      return isRecord(member) && member['readOnly'] === true;
    };
    node['required'] = required.filter((name) => !isReadOnly(name));
  }
  for (const [key, value] of Object.entries(node))
    if (!['const', 'enum', 'default', 'examples', 'example'].includes(key)) node[key] = withoutReadOnly(value);
  return node;
}

/** What a keyword says, by its place as the check gives it: the way through the schema, `$ref` included. */
function keywordValue(operation: BundledOperation, schema: unknown, location: string): unknown {
  let node: unknown = { allOf: [schema] };
  for (const step of decodeURIComponent(location).split('/').slice(1)) {
    const name = unescapeStep(step);
    if (!isRecord(node) && !Array.isArray(node)) return undefined;
    node = (node as Record<string, unknown>)[name];
    if (name === '$ref' && typeof node === 'string') node = atPointer(operation, node);
  }
  return node;
}
