import { timestamp } from '../clock.ts';
import type { Engine } from '../engine.ts';
import type { Workspace } from '../records/workspace.ts';
import type { HandlerContext } from './handler.ts';

/** What a handler is given; what it does not ask for costs nothing. */
export class OperationContext implements HandlerContext {
  readonly workspace: Workspace;
  readonly #engine: Engine;
  #now: string | undefined;

  constructor(engine: Engine, workspace: Workspace) {
    this.#engine = engine;
    this.workspace = workspace;
  }

  get now(): string {
    return (this.#now ??= timestamp(this.#engine.clocks.now(this.workspace)));
  }

  get emit(): HandlerContext['emit'] {
    return (event, data) => void this.#engine.dispatcher.emit(this.workspace, event, data);
  }
}
