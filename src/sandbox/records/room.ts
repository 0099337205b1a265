import { OWN_CAPS } from './caps.ts';
import type { Caps } from './caps.ts';

/** Who takes room: a workspace. */
interface Holder {
  readonly name: string;
}

/** Where there is room for the changes of workspaces. */
export interface Room {
  /** What each of them may hold. */
  readonly caps: Caps;
  /** @throws ApiError where there is none for this one */
  claim(workspace: Holder): void;
  /** It has no changes any more. */
  release(workspace: Holder): void;
}

/** Room for whoever comes. */
export const ENDLESS: Room = { caps: OWN_CAPS, claim: () => undefined, release: () => undefined };
