/** Forms as `application/x-www-form-urlencoded` text. @see https://url.spec.whatwg.org/#urlencoded-serializing */
import type { FormFields } from './request.ts';
import { formFields } from './request.ts';

/** A form as it is sent. A text is one that is encoded already. */
export function formText(body: unknown): string {
  return typeof body === 'string' ? body : new URLSearchParams(textFields(body)).toString();
}

/** The fields of a form, where the libraries of all languages encode them as the standard has it: not all agree on two signs. */
export function plainFields(body: unknown): [name: string, value: string][] | undefined {
  if (typeof body === 'string') return undefined;
  const fields = textFields(body);
  return fields.some((field) => /[*~]/.test(field.join(''))) ? undefined : fields;
}

function textFields(body: unknown): [name: string, value: string][] {
  return (formFields(body) satisfies FormFields).map(([name, value]) => [name, String(value)]);
}
