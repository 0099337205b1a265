import type { operations } from '../../openapi/generated/types.ts';
import type { OperationId } from '../generated/operations.ts';
import type { ListPosition, Row, Stored } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';
import type { EventName } from '../webhooks/delivery.ts';
import type { TargetPolicy } from '../webhooks/target-policy.ts';
import type { Page } from './pagination.ts';

type PathOf<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer Path } ? Path : undefined;
type QueryOf<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Query }
  ? [NonNullable<Query>] extends [never]
    ? undefined
    : NonNullable<Query>
  : undefined;
type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : operations[Id] extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? Body | undefined
    : undefined;

/** A request of one operation, checked against the spec. */
export interface OperationRequest<Id extends OperationId> {
  readonly path: PathOf<Id>;
  readonly query: QueryOf<Id>;
  readonly body: BodyOf<Id>;
  /** Where the record named by `after` stands, or stood. */
  readonly cursor: ListPosition | undefined;
}

/** What a handler works with besides the request. */
export interface HandlerContext {
  readonly workspace: Workspace;
  /** The time of the request, as records carry it. */
  readonly now: string;
  /** Tells the webhooks of the workspace that something happened. */
  readonly emit: (event: EventName, data: Stored) => void;
}

type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined;
type SuccessOf<Responses> = Responses extends { 200: infer Response }
  ? JsonOf<Response>
  : Responses extends { 201: infer Response }
    ? JsonOf<Response>
    : undefined;

/** A list is answered as a page of rows, a record as a row: both hold ready JSON. A deletion answers nothing. */
type ResultOf<Body> = [Body] extends [{ data: (infer Item)[] }]
  ? Page<Item>
  : [Body] extends [Stored]
    ? Row<Body>
    : void;

/** Does what one operation does, in one go. It throws an ApiError before it changes anything. */
export type Handler<Id extends OperationId> = (
  request: OperationRequest<Id>,
  context: HandlerContext,
) => ResultOf<SuccessOf<operations[Id]['responses']>>;

/** What an operation may ask before it runs, in its own time. */
export interface Preparation {
  readonly request: Request;
  readonly targets: TargetPolicy;
}

/** A handler that has to wait for something, e.g. the network, before it can do what it does in one go. */
export interface PreparedHandler<Id extends OperationId> {
  /** @param body not validated yet: it refuses nothing here, the handler does in its turn */
  prepare(body: unknown, preparation: Preparation): Promise<Handler<Id>>;
}

/** One handler an operation of the spec: a missing one, or a wrong result, does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> | PreparedHandler<Id> };
