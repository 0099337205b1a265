import type { RequestRecipe, WebhookRecipe } from '../generated/policies.ts';

/** What the control interface sets for one workspace. */
export interface Settings {
  /** The workspace's own time: so far from the sandbox's clock or, while it is frozen, standing at one moment. */
  clock: { readonly offset_ms: number; readonly frozen_at: number | null };
  /** How the API misbehaves on purpose. */
  faults: { readonly latency_ms: number; readonly status: number | null; readonly rate: number };
  /** The failure recipe that is ordered, how often it has yet to strike, and whether the next request is let through before. */
  recipe: {
    readonly name: RequestRecipe | WebhookRecipe | null;
    readonly left: number;
    readonly passes: boolean;
  };
  /** What the built-in webhook receiver answers, and how late. */
  receiver: { readonly status: number; readonly delay_ms: number };
  /** When a workspace ends that was made for a while, by the machine's clock, in milliseconds since the Unix epoch. */
  life: { readonly expires_at: number | null };
  /** How many ids an imported workspace had given out. */
  counter: { readonly value: number };
}

export type SettingName = keyof Settings;

/** A setting as a record; its id is its name. */
export type StoredSetting = { [Name in SettingName]: { readonly id: Name } & Settings[Name] }[SettingName];

export const DEFAULT_SETTINGS: Settings = {
  clock: { offset_ms: 0, frozen_at: null },
  faults: { latency_ms: 0, status: null, rate: 1 },
  recipe: { name: null, left: 0, passes: false },
  receiver: { status: 200, delay_ms: 0 },
  life: { expires_at: null },
  counter: { value: 0 },
};
