// Carries out the scenarios of sdks/scenarios.yaml with this library: `runner.ts FILE`, see sdks/README.md. On Node, Bun and Deno.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Scenario } from './runner-scenario.ts';
import { runScenario } from './scenario-run.ts';
import type { Surroundings } from './scenario-run.ts';

const surroundings: Surroundings = { env: process.env, inspect: (error) => inspect(error, { depth: 9 }) };
const { scenarios } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { scenarios: Scenario[] };
for (const scenario of scenarios)
  process.stdout.write(`${JSON.stringify(await runScenario(scenario, surroundings))}\n`);
