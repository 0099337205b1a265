import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { absoluteServer, serverUrls } from '../../openapi/model/server-urls.ts';
import { collectionAuth } from './auth.ts';
import type { CollectionAuth } from './auth.ts';
import { collectionBody } from './body.ts';
import type { CollectionBody } from './body.ts';
import { chainedIds } from './chained-ids.ts';
import type { ChainedId } from './chained-ids.ts';
import { expectationOf } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import { parametersOf } from './parameters.ts';
import type { CollectionParameter } from './parameters.ts';
import { runnableOrder } from './runnable-order.ts';

/**
 * The API as requests in the order in which they can be run, filled with the document's examples. Ids flow from the
 * answer that tells them to the requests that need them, so that a run works on records of its own where it can create
 * them. Every format of a collection is printed from this.
 */
export interface Collection {
  title: string;
  description: string;
  version: string;
  /** The document's first server with the defaults of its variables, without a trailing slash; programs keep it as `base_url`, the key as `api_key`. */
  baseUrl: string;
  /** The variables that hold ids, with the document's examples. */
  ids: ChainedId[];
  /** Those that hold secrets, beside `api_key`. */
  secrets: string[];
  /** Whether a request sends `api_key` as a bearer token. */
  hasBearer: boolean;
  folders: CollectionFolder[];
}

export interface CollectionFolder {
  name: string;
  description: string;
  requests: CollectionRequest[];
}

export interface CollectionRequest {
  operation: Operation;
  name: string;
  /** Markdown. */
  description: string;
  /** The address where it is documented. */
  documented?: string;
  /** Whether it sends `api_key` as a bearer token. */
  isBearer: boolean;
  /** What else is sent beside the body. */
  parameters: CollectionParameter[];
  body?: CollectionBody;
  /** What the reader has to know of its secrets. */
  authNotes: string[];
  /** Notes of what a program cannot send of it. */
  leftOut?: string[];
  /** What its success is; undefined where the document names none. */
  expected?: Expectation;
  /** The ids that its answer tells. */
  tells: ChainedId[];
}

export interface CollectionOptions {
  /** Where an operation is documented; the address is added to its description. */
  documentation?: (operation: Operation) => string;
}

/** What every request is made from. */
interface Context extends CollectionOptions {
  document: OpenApiDocument;
  operations: readonly Operation[];
  chained: ReadonlyMap<string, ChainedId>;
  auth: CollectionAuth;
}

export function collectionOf(document: OpenApiDocument, options: CollectionOptions = {}): Collection {
  const operations = listOperations(document);
  const auth = collectionAuth(document, operations);
  const context = { ...options, document, operations, chained: chainedIds(document, operations), auth };
  return {
    title: document.info.title,
    description: document.info.description ?? '',
    version: document.info.version,
    baseUrl: baseUrlOf(document),
    ids: [...context.chained.values()],
    secrets: auth.secrets,
    hasBearer: operations.some((operation) => auth.of(operation).isBearer),
    folders: folders(context),
  };
}

/** Empty where the document names no server: the reader fills it in. */
function baseUrlOf({ servers }: OpenApiDocument): string {
  const url = serverUrls(servers)[0]?.url ?? '';
  return url && absoluteServer(url);
}

function folders(context: Context): CollectionFolder[] {
  const { document, operations, chained } = context;
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  const described = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  const names = [...new Set([...described.keys(), ...byTag.keys()])].filter((name) => byTag.has(name));
  const tags = names.map(
    (name) => [name, (byTag.get(name) ?? []).map((operation) => requestOf(context, operation))] as const,
  );
  return runnableOrder(tags, chained).map(([name, requests]) => {
    const tag = described.get(name);
    const title = tag?.['x-displayName'];
    return {
      name: typeof title === 'string' ? title : name,
      description: tag?.description ?? '',
      requests,
    };
  });
}

function requestOf(context: Context, operation: Operation): CollectionRequest {
  const { document, chained } = context;
  const documented = context.documentation?.(operation);
  const body = collectionBody(document, operation, chained);
  const expected = expectationOf(context, operation);
  const auth = context.auth.of(operation);
  return {
    operation,
    name: operation.summary,
    description: operation.description,
    ...(documented !== undefined && { documented }),
    isBearer: auth.isBearer,
    parameters: parametersOf(document, operation, chained, auth),
    authNotes: auth.notes,
    ...(body && { body }),
    ...(expected && { expected }),
    tells: [...chained.values()].filter(({ operationId }) => operationId === operation.operationId),
  };
}
