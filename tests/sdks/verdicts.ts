import type { SdkModel } from '../../src/generators/sdk/model.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { runScenarios } from './runners.ts';
import type { Runner, Told } from './runners.ts';
import type { Scenario } from './scenario.ts';
import { Stage } from './stage.ts';
import type { RunnerInput } from './stage.ts';

/**
 * What comes of scenarios, by name: all in one process of the language, each with a server and a workspace of its own.
 * @param runner a program, or what carries them out where that is no program
 */
export async function verdictsOf(
  runner: Runner | ((inputs: readonly RunnerInput[]) => Promise<Told>),
  chosen: readonly Scenario[],
  model: SdkModel,
): Promise<Map<string, Verdict>> {
  const stage = new Stage(model);
  try {
    const staged = await Promise.all(chosen.map((scenario) => stage.set(scenario)));
    const inputs = staged.map(({ input }) => input);
    const { observed, complaints } = await (typeof runner === 'function'
      ? runner(inputs)
      : runScenarios(runner, inputs));
    if (observed.size === 0) throw new Error(`The runner tells nothing: ${complaints}`);
    return new Map(
      staged.map(({ scenario, requests, secrets }) => [
        scenario.name,
        judge(scenario, observed.get(scenario.name), requests, secrets),
      ]),
    );
  } finally {
    await stage.close();
  }
}
