import { UniqueNames } from '../../../openapi/model/naming.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import type { SchemaHtml } from '../html/schema-html.ts';
import type { Entry, Reference } from '../model.ts';
import type { HistoryEntry } from '../options.ts';
import type { AccessAlternative } from './access-view.ts';
import { accessView } from './access-view.ts';
import { bodyHtml } from './body-view.ts';
import { callbackView } from './callback-view.ts';
import type { CallbackView } from './callback-view.ts';
import type { ExtensionValues } from './extensions-view.ts';
import { eventsOf, extensionValues } from './extensions-view.ts';
import type { PageContext, ParameterGroup } from './parameters-view.ts';
import { parameterGroups } from './parameters-view.ts';
import type { ResponsesView } from './responses-view.ts';
import { responsesView } from './responses-view.ts';

/** All that the text column of an operation's or event's page shows, in its order. */
export interface OperationView {
  description: Html | undefined;
  access: AccessAlternative[];
  extensions: ExtensionValues[];
  /** Events that this operation causes. */
  events: Entry[];
  parameters: ParameterGroup[];
  body: { id: string; required: boolean; description: Html | undefined; content: Html } | undefined;
  responses: ResponsesView;
  callbacks: CallbackView[];
  /** What versions have changed of it, newest first. */
  history: HistoryEntry[];
}

/** Ids that pages of this site have in any case. */
const RESERVED = [
  'history',
  '_top',
  'starlight__sidebar',
  'starlight__search',
  'starlight__mobile-toc',
  'starlight__on-this-page',
  'starlight__on-this-page--mobile',
];

export function operationView(reference: Reference, schemas: SchemaHtml, { kind, operation }: Entry): OperationView {
  const context: PageContext = { document: reference.document, schemas, taken: new UniqueNames(RESERVED) };
  const { description, requestBody } = operation;
  const on = kind === 'event' ? 'event' : 'operation';
  return {
    description: description ? renderMarkdown(description, 2) : undefined,
    access: accessView(reference, operation),
    extensions: extensionValues(reference, on, operation.extensions).filter(({ scheme }) => scheme === undefined),
    events: kind === 'operation' ? eventsOf(reference, operation.operationId) : [],
    parameters: parameterGroups(context, operation.parameters),
    body: requestBody && {
      id: context.taken.take('body'),
      required: requestBody.required,
      description: requestBody.description ? renderMarkdown(requestBody.description) : undefined,
      content: bodyHtml(context, requestBody.content, kind === 'event' ? 'response' : 'request', 'body'),
    },
    responses: responsesView(context, reference, operation.responses),
    callbacks: operation.callbacks.map((callback) => callbackView(context, reference, callback)),
    history: reference.options.history?.({ kind, operation }) ?? [],
  };
}
