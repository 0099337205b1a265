/** JSON to start from where a value is added: as empty as its shape allows; what can have one value only has it. */
import type { Alternative, FormShape } from '../../../../openapi/request/body-form.ts';

export function blankOf(shapes: FormShape[], shape: FormShape | undefined): string {
  switch (shape?.kind) {
    case 'union': {
      const [first] = shape.alternatives ?? [];
      return first ? blankAlternative(shapes, shape, first) : 'null';
    }
    case 'choice':
      return JSON.stringify(shape.default ?? shape.choices?.[0] ?? null);
    case 'number':
      return JSON.stringify(shape.default ?? shape.minimum ?? 0);
    case 'list':
      return '[]';
    case 'object':
      return JSON.stringify(fixedMembers(shapes, shape));
    default:
      return '""';
  }
}

/** The same of one alternative of a union, told by its discriminator. */
export function blankAlternative(shapes: FormShape[], { discriminator }: FormShape, chosen: Alternative): string {
  const shape = shapes[chosen.shape];
  const [value] = chosen.values ?? [];
  if (shape?.kind !== 'object' || discriminator === undefined || value === undefined) return blankOf(shapes, shape);
  return JSON.stringify({ [discriminator]: value, ...fixedMembers(shapes, shape), [discriminator]: value });
}

function fixedMembers(shapes: FormShape[], { fields = [] }: FormShape): Record<string, unknown> {
  const fixed = fields.flatMap(({ name, required, shape }) => {
    const choices = shapes[shape]?.choices;
    return required && choices?.length === 1 ? [[name, choices[0]] as const] : [];
  });
  return Object.fromEntries(fixed);
}

/** The values of a choice, null among them where the schema allows it. */
export function choicesOf({ choices = [], nullable }: FormShape): unknown[] {
  return nullable && !choices.includes(null) ? [...choices, null] : choices;
}
