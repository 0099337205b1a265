import { operationMarkdown } from '../../../generators/markdown/operation-markdown.ts';
import type { AccessNeed, LabelledValues, OperationPage } from '../../../generators/markdown/operation-page.ts';
import type { LinkedText } from '../../../generators/markdown/markdown-syntax.ts';
import type { SchemaMarkdown } from '../../../generators/markdown/schema-markdown.ts';
import type { Extensions } from '../../../openapi/document/extensions.ts';
import type { Link } from '../../../openapi/model/links.ts';
import type { Entry, Reference } from '../model.ts';
import { accessView } from '../view/access-view.ts';
import { eventsOf, extensionValues } from '../view/extensions-view.ts';
import { foreignTarget, linkTarget } from '../view/link-target.ts';
import { givenSamples, printedSamples } from '../view/samples-of.ts';
import type { SampleCode } from '../view/samples-of.ts';
import { schemesView } from '../view/schemes-view.ts';

/** The page of an operation or event as Markdown. */
export function entryMarkdown(reference: Reference, schemas: SchemaMarkdown, { kind, operation }: Entry): string {
  const { document } = reference;
  const events = kind === 'operation' ? eventsOf(reference, operation.operationId) : [];
  const shown = extensionValues(reference, kind === 'event' ? 'event' : 'operation', operation.extensions);
  return operationMarkdown({
    document,
    schemas,
    operation,
    kind,
    access: (called) => access(reference, called),
    facts: [
      ...shown.filter(({ scheme }) => scheme === undefined).map(labelled),
      ...(events.length > 0
        ? [{ label: 'Events', values: events.map((event) => ({ text: event.operation.path, href: event.address })) }]
        : []),
    ],
    responseFacts: (extensions) => extensionValues(reference, 'response', extensions as Extensions).map(labelled),
    operationLink: (link) => operationLink(reference, link),
    inPage: reference.options.inPage?.({ kind, operation }) ?? '',
    history: reference.options.history?.({ kind, operation }) ?? [],
    samples:
      kind === 'event'
        ? []
        : [...givenSamples(operation), ...printedSamples(reference, operation).flatMap(withLibrary)],
  });
}

/** A sample, and the same call by a client library below it. */
function withLibrary({ byLibrary, ...sample }: SampleCode): OperationPage['samples'] {
  if (!byLibrary) return [sample];
  const { library, code, declaration } = byLibrary;
  const label = `${sample.label}, with ${library}`;
  return [sample, { ...sample, label, code, declaration: declaration.join(' ') }];
}

function operationLink(reference: Reference, link: Link): LinkedText | undefined {
  const entry = linkTarget(reference, link);
  if (entry) return { text: entry.operation.summary, href: entry.address };
  const foreign = foreignTarget(link);
  const text = link.operationId ?? link.operationRef;
  return text === undefined ? undefined : { text, ...(foreign !== undefined && { href: foreign }) };
}

function labelled({ label, values }: LabelledValues): LabelledValues {
  return { label, values };
}

function access(reference: Reference, operation: Entry['operation']): AccessNeed[][] {
  const schemes = new Map(schemesView(reference).map(({ id, how }) => [`${reference.address}#${id}`, how]));
  return accessView(reference, operation).map((alternative) =>
    alternative.map((need) => ({ ...need, how: schemes.get(need.href ?? '') ?? need.title })),
  );
}
