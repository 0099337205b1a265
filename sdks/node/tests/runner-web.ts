// Carries out scenarios where there are web standards and nothing else: as a worker that is sent them, and by `runScenarios` of a page.
import type { Scenario } from './runner-scenario.ts';
import { runScenario } from './scenario-run.ts';

/** @returns the lines of the protocol, see sdks/README.md */
async function runScenarios(scenarios: readonly Scenario[]): Promise<object[]> {
  const told: object[] = [];
  for (const scenario of scenarios) told.push(await runScenario(scenario, { inspect }));
  return told;
}

/** The stack, and every member that the error has, its causes as well. */
function inspect(error: Error): string {
  const members = Object.getOwnPropertyNames(error).map((name) => {
    const value = (error as unknown as Record<string, unknown>)[name];
    return `${name}: ${value instanceof Error ? inspect(value) : textOf(value)}`;
  });
  return [String(error), ...members].join('\n');
}

const textOf = (value: unknown): string =>
  JSON.stringify(value instanceof Headers ? Object.fromEntries(value) : value) ?? String(value);

Object.assign(globalThis, { runScenarios });

export default {
  fetch: async (request: Request): Promise<Response> => {
    const { scenarios } = (await request.json()) as { scenarios: Scenario[] };
    return Response.json(await runScenarios(scenarios));
  },
};
