import { ApiError } from '../http/api-error.ts';
import type { Credential } from '../keys.ts';
import { Random } from '../random.ts';
import { limitExceeded } from '../rate-limit/limit-exceeded.ts';
import type { Settings } from '../records/settings.ts';
import type { Workspace } from '../records/workspace.ts';
import { invalidCredential } from './authenticate.ts';
import { insufficientScope } from './authorize.ts';
import type { Requirement } from './authorize.ts';

interface Sequence {
  readonly setting: Settings['faults'];
  readonly random: Random;
}

/** Failures on purpose, as the control interface has ordered them for a workspace. */
export class Faults {
  /** Which requests fail is the same every time after the order was given. */
  readonly #sequences = new WeakMap<Workspace, Sequence>();

  /** @throws ApiError in place of what the operation would do */
  strike(workspace: Workspace, caller: Credential, requirement: Requirement): void {
    const setting = workspace.setting('faults');
    if (setting.status === null) return;
    if (!this.#random(workspace, setting).chance(setting.rate)) return;
    throw faultOf(setting.status, caller, requirement);
  }

  /** Waits for as long as responses are to be late. */
  async delay(workspace: Workspace, pause: (milliseconds: number) => Promise<void>): Promise<void> {
    const { latency_ms } = workspace.setting('faults');
    if (latency_ms > 0) await pause(latency_ms);
  }

  #random(workspace: Workspace, setting: Settings['faults']): Random {
    const known = this.#sequences.get(workspace);
    if (known?.setting === setting) return known.random;
    const random = new Random('faults');
    this.#sequences.set(workspace, { setting, random });
    return random;
  }
}

function faultOf(status: number, caller: Credential, requirement: Requirement): ApiError {
  switch (status) {
    case 401:
      return invalidCredential(caller.kind === 'key' ? 'invalid_api_key' : 'invalid_access_token');
    case 403:
      return insufficientScope(requirement);
    case 429:
      return limitExceeded(caller, { isBurst: true, retryAfter: 1 });
    default:
      return new ApiError('internal_error');
  }
}
