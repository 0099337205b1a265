import type { Measured } from '../facts/measurement.ts';

/** What was measured, and whether of the commit that the site is built from. */
export type Measurement<Figures> = (Measured & Figures & { current: boolean }) | null;

/** So many of so many. */
export interface Share {
  covered: number;
  total: number;
}

export interface SampleRuns {
  languages: { language: string; passed: number }[];
}

export interface ContractCoverage {
  exchanges: number;
  operations: Share;
  responses: Share;
  parameters: Share;
  properties: Share;
  /** What was not as documented. */
  findings: number;
  /** What requests had of undocumented things, and were refused for. */
  refused: number;
}

export interface KillRounds {
  rounds: number;
  writes: number;
  events: number;
  tokens: number;
}

export interface FuzzRun {
  requests: number;
  operations: number;
  seed: number;
}

export interface MutationRun {
  mutants: number;
  caught: number;
  /** What the faults were drawn by. */
  seed: number;
  parts: { folder: string; mutants: number; caught: number }[];
}

export interface LighthouseRun {
  version: string;
  pages: { page: string; performance: number; accessibility: number; best_practices: number; seo: number }[];
}

/** What a program read to get tasks done of which it knew nothing but the address of this site. */
export interface AgentRun {
  tasks: { task: string; requests: number; bytes: number }[];
}

/** What one of its tasks may take: answers of the site, and their bytes, uncompressed. */
export const AGENT_BUDGET = { requests: 5, bytes: 40_000 } as const;

/** Bytes, compressed, and how many there may be. */
export interface Weight {
  name: 'page' | 'first_script' | 'console' | 'sandbox';
  /** The page that is the heaviest. */
  page: string;
  bytes: number;
  budget: number;
}

export interface Licences {
  packages: number;
  licences: { licence: string; packages: number }[];
}

/** `/quality.json`. Its fields are told by `quality-schema.ts`. */
export interface QualityReport {
  version: 1;
  /** null where files have changed since the commit, or have come without their history. */
  commit: string | null;
  samples: Measurement<SampleRuns>;
  contract: Measurement<ContractCoverage>;
  kills: Measurement<KillRounds>;
  fuzz: Measurement<FuzzRun>;
  mutation: Measurement<MutationRun>;
  agents: Measurement<AgentRun>;
  lighthouse: Measurement<LighthouseRun>;
  /** null before the site is built. */
  built: { pages: number; weights: Weight[]; licences: Licences } | null;
}

/** The measurements by the names of their files. */
export const MEASURED_PARTS = {
  samples: 'samples-ran',
  contract: 'contract-coverage',
  kills: 'kills',
  fuzz: 'fuzz',
  mutation: 'mutation',
  agents: 'agent-tasks',
  lighthouse: 'lighthouse',
} as const satisfies Partial<Record<keyof QualityReport, string>>;

export type MeasuredPart = keyof typeof MEASURED_PARTS;
