import { sandbox } from '../generated/policies.ts';

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
