import { isOwnOrigin } from '../control/access.ts';
import type { ResolveHost } from './target.ts';

/** Decides which addresses webhooks may be sent to. */
export interface TargetPolicy {
  /** Whether a request may have deliveries sent to `url`. A text that is no URL is not allowed. */
  allows(url: string, request: Request): Promise<boolean>;
}

interface TargetOptions {
  /** True: webhooks may be sent to http addresses and to this machine. */
  readonly localWebhooks?: boolean;
  /** Origins whose pages may register local webhooks. A page of a foreign origin cannot have deliveries sent to this machine. */
  readonly controlOrigins?: readonly string[];
  /** Finds the addresses of a name, to refuse webhooks to private ones; without it names are not looked up. */
  readonly resolve?: ResolveHost;
}

export function createTargetPolicy({ localWebhooks, controlOrigins, resolve }: TargetOptions): TargetPolicy {
  return {
    async allows(url, request) {
      const { isAllowedTarget, resolvesToPublic } = await import('./target.ts');
      const allowsLocal = localWebhooks === true && isOwnOrigin(request, controlOrigins);
      if (!isAllowedTarget(url, allowsLocal)) return false;
      return resolve === undefined || resolvesToPublic(url, resolve);
    },
  };
}
