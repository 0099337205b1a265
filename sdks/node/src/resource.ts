import { Call } from './call.ts';
import { List } from './list.ts';
import type { Page } from './list.ts';
import type { CallOptions } from './options.ts';
import type { Operation } from './request.ts';
import type { Transport } from './transport.ts';

/** A namespace of the client. */
export class Resource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  protected _call<T>(operation: Operation, options: CallOptions = {}): Call<T> {
    return new Call<T>(this.#transport.send(operation, options));
  }

  protected _list<Item, One, Each>(
    operation: Operation,
    query: object | undefined,
    options?: CallOptions,
  ): List<Item, One, Each> {
    return new List((choice) => this._call<Page<Item, unknown>>({ ...operation, query: choice }, options), query);
  }
}
