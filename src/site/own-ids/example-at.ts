import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { FormShape } from '../../openapi/request/body-form.ts';

/**
 * The example that the document gives for a field of a console, where it is a text.
 * @param field `path.id`, or `body/operator_id` with a JSON Pointer
 */
export function exampleAt({ parameters, body }: BundledOperation, field: string): string | undefined {
  const pointer = /^body(\/.*)$/.exec(field)?.[1];
  if (pointer === undefined) {
    const example = parameters.find((parameter) => `${parameter.in}.${parameter.name}` === field)?.example;
    return typeof example === 'string' ? example : undefined;
  }
  const [content] = body?.content ?? [];
  const shapes = content?.form?.shapes ?? [];
  const steps = pointer.slice(1).split('/');
  const found = steps.reduce<FormShape | undefined>((shape, step) => memberOf(shapes, shape, step), shapes[0]);
  const inExample = content?.examples.map(({ value }) => valueAt(value, steps)).find((value) => value !== undefined);
  return [found?.example, inExample].find((value) => typeof value === 'string');
}

/** The shape of a member of an object, or of an item of a list. */
function memberOf(shapes: readonly FormShape[], shape: FormShape | undefined, step: string): FormShape | undefined {
  const member = shape?.fields?.find(({ name }) => name === step)?.shape ?? shape?.items?.at(-1);
  return member === undefined ? undefined : shapes[member];
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}
