import { sandbox } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';

/** What one workspace may hold. */
export interface Caps {
  /** Records of the API that are not as they were seeded. */
  readonly records: number;
  /** Characters of these records, as JSON. */
  readonly characters: number;
  /** Characters of what its deliveries carry. */
  readonly logCharacters: number;
}

/** Of a sandbox on the machine of whoever uses it. */
export const OWN_CAPS: Caps = {
  records: Infinity,
  characters: sandbox.workspace_characters,
  logCharacters: 32 * 1024 * 1024,
};

/** What a workspace holds of the API's records. */
interface Held {
  readonly size: number;
  readonly count: number;
}

/** @throws ApiError 507 where a workspace holds as much as it may, or more by `margin` */
export function requireRoom({ size, count }: Held, { records, characters }: Caps, margin = 0): void {
  if (size >= characters + margin) throw new ApiError('workspace_full', { values: { limit: characters } });
  if (count >= records + margin) throw new ApiError('record_limit_reached', { values: { limit: records } });
}
