import type { LevelScopes } from '../checks/authorize.ts';
import type { BodyValidators } from '../checks/validate-body.ts';
import type { Plans } from '../rate-limit/count-request.ts';
import type { createRouter } from './router.ts';

/** What a version of the spec asks of requests: routes with their parameters, bodies, levels and limits; this version's when omitted. */
export interface Rules {
  readonly route: ReturnType<typeof createRouter>;
  readonly validators?: BodyValidators;
  readonly levels?: LevelScopes;
  readonly plans?: Plans;
}
