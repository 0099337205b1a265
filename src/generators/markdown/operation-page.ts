import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Link } from '../../openapi/model/links.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import type { LinkedText } from './markdown-syntax.ts';

/** An operation, webhook or callback with what its page says beside the document. */
export interface OperationPage {
  document: OpenApiDocument;
  schemas: SchemaMarkdown;
  operation: Operation;
  kind: 'operation' | 'event';
  /** Of it or of a callback of it: alternatives; every need of one must be met. Empty: none needed. */
  access: (operation: Operation) => AccessNeed[][];
  /** Facts of the operation that come in through extensions: `Sent by: …`. */
  facts: LabelledValues[];
  /** The same of a response. */
  responseFacts: (extensions: Record<string, unknown>) => LabelledValues[];
  /** Where the operation that a link of a response names stands; nothing where it names none. */
  operationLink: (link: Link) => LinkedText | undefined;
  /** What versions have changed of it, newest first. */
  history: { version: string; href: string; text: string; isBreaking: boolean }[];
  /** What the page for people lets them do, as Markdown; '' where that is nothing. */
  inPage: string;
  samples: { label: string; grammar: string; code: string; declaration?: string }[];
}

export interface AccessNeed {
  title: string;
  deprecated: boolean;
  /** Where it is told of; of one that the document does not declare, nowhere. */
  href: string | undefined;
  /** What is sent: `Authorization: Bearer …`. */
  how: string;
  details: LabelledValues[];
}

export interface LabelledValues {
  label: string;
  values: LinkedText[];
}
