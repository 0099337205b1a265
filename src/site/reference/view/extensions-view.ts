import { isNumeric } from '../../../json-text/exact-number.ts';
import type { Extensions } from '../../../openapi/document/extensions.ts';
import type { Entry, Reference } from '../model.ts';
import type { ExtensionDisplay } from '../options.ts';
import { fillAddress } from '../options.ts';

export interface ExtensionValues {
  label: string;
  scheme: string | undefined;
  values: { text: string; href: string | undefined }[];
}

/** The `x-…` members that the options name, in the order of the options. Absent and empty ones are left out. */
export function extensionValues(
  reference: Reference,
  on: ExtensionDisplay['on'],
  extensions: Extensions,
): ExtensionValues[] {
  return reference.options.extensions
    .filter((display) => display.on === on)
    .map((display) => ({
      label: display.label,
      scheme: display.scheme,
      values: textsOf(extensions[display.name]).map((text) => valueOf(reference, display, text)),
    }))
    .filter(({ values }) => values.length > 0);
}

/** Events that name an operation in an extension of theirs. */
export function eventsOf(reference: Reference, operationId: string): Entry[] {
  const displays = reference.options.extensions.filter(({ on, operations }) => on === 'event' && operations);
  return reference.events.filter(({ operation }) =>
    displays.some(({ name }) => textsOf(operation.extensions[name]).includes(operationId)),
  );
}

function valueOf(reference: Reference, display: ExtensionDisplay, text: string): ExtensionValues['values'][number] {
  const entry = display.operations ? reference.operations.get(text) : undefined;
  if (entry) return { text: entry.operation.summary, href: entry.address };
  return {
    text,
    href:
      display.href === undefined ? undefined : reference.options.siteBase + fillAddress(display.href, { value: text }),
  };
}

function textsOf(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .filter((item) => typeof item === 'string' || isNumeric(item))
    .map(String);
}
