import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileNodeLibrary } from '../../scripts/packages/node.ts';
import type { Goal, Part } from '../report.ts';
import { figure, median } from '../report.ts';
import { libraryOf } from './code.ts';
import { contestants } from './contestants.ts';
import type { Contestant } from './contestants.ts';
import type { Generated } from './generate.ts';
import { generated } from './peers.ts';

const ROUNDS = 15;

/** How long an import and a client take, in a process of its own each time. */
export async function start(): Promise<Part> {
  const made = await generated();
  const programs = await programsOf(made);
  const all = contestants(made);
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  // One round before the first, for caches of compiled code.
  for (let round = -1; round < ROUNDS; round += 1)
    for (const { name, runner } of all) {
      const took = Number(execFileSync(runner.command[0], programs.get(name) ?? [], { encoding: 'utf8' }));
      if (round >= 0) times.get(name)?.push(took);
    }
  const ratios = new Map(all.map((one) => [one.name, median(ratiosOf(one, all, times))]));
  return {
    title: 'Start',
    method:
      `Milliseconds from before the import to a client that is made, told by the program itself; ${ROUNDS} processes each, in turns. The ratio ` +
      'is the median of those within a round. Generated TypeScript is measured as one file of JavaScript, ours as its package has it. ' +
      'For Ruby, net/http stands for itself: ours requires it too.',
    columns: ['', 'import and client', 'of ours'],
    rows: all.map(({ name, isOurs }) => [
      name,
      `${figure(median(times.get(name) ?? []))} ms`,
      isOurs ? '' : `${figure(ratios.get(name) ?? NaN)}×`,
    ]),
    goals: all.filter(({ name }) => name.endsWith('Redocly')).map((one) => goal(one, ratios)),
  };
}

function ratiosOf({ name, language }: Contestant, all: readonly Contestant[], times: Map<string, number[]>): number[] {
  const ours = times.get(all.find((one) => one.isOurs && one.language === language)?.name ?? '') ?? [];
  return (times.get(name) ?? []).map((took, round) => took / (ours[round] ?? NaN));
}

const goal = ({ name }: Contestant, ratios: ReadonlyMap<string, number>): Goal => ({
  what: `${name}: time of ours`,
  reached: ratios.get(name) ?? NaN,
  unit: '×',
  bound: { min: 1 },
});

/** The arguments of an interpreter, by contestant. Libraries of ours are copied, so that caches are not written beside them. */
async function programsOf({ redocly, heyApi }: Generated): Promise<Map<string, string[]>> {
  await compileNodeLibrary();
  const own = join(redocly, '..', 'ours');
  mkdirSync(own, { recursive: true });
  cpSync(join(libraryOf('node'), 'dist'), join(own, 'node'), { recursive: true });
  cpSync(join(libraryOf('python'), 'src'), join(own, 'python'), { recursive: true });
  const node = (file: string, make: string) => [
    ...['--input-type=module', '-e'],
    `const began = performance.now(); const all = await import(${JSON.stringify(file)}); ${make}; console.log(performance.now() - began);`,
  ];
  const python = (folder: string, make: string) => [
    '-c',
    `import sys, time\nsys.path.insert(0, ${JSON.stringify(folder)})\nbegan = time.perf_counter()\n${make}\nprint((time.perf_counter() - began) * 1000)`,
  ];
  const php = (file: string, make: string) => [
    '-r',
    `$began = hrtime(true); require ${JSON.stringify(file)}; ${make}; echo (hrtime(true) - $began) / 1e6;`,
  ];
  const clock = 'Process.clock_gettime(Process::CLOCK_MONOTONIC)';
  const ruby = (make: string) => ['-e', `began = ${clock}; ${make}; puts (${clock} - began) * 1000`];
  const lib = JSON.stringify(join(libraryOf('ruby'), 'lib/orbinto.rb'));
  return new Map([
    ['Node', node(join(own, 'node/orbinto.js'), "new all.Orbinto({ apiKey: 'sk_test_a' })")],
    ['Node: Redocly', node(join(redocly, 'client.mjs'), "all.createClient(all.OPERATIONS, { auth: { bearer: 'a' } })")],
    ['Node: hey-api', node(join(heyApi, 'all.mjs'), "all.createClient({ auth: 'a' })")],
    ['Python', python(join(own, 'python'), 'import orbinto\norbinto.Orbinto(api_key="sk_test_a")')],
    ['Python: Redocly', python(redocly, 'import client\nclient.Client(auth={"bearer": "a"})')],
    ['PHP', php(join(libraryOf('php'), 'autoload.php'), "new Orbinto\\Client('sk_test_a')")],
    [
      'PHP: Redocly',
      php(join(redocly, 'client.php'), "new OrbintoApi\\Client(new OrbintoApi\\Config(auth: ['bearer' => 'a']))"),
    ],
    ['Ruby', ruby(`require ${lib}; Orbinto::Client.new(api_key: "sk_test_a")`)],
    ['Ruby: net/http', ruby('require "json"; require "net/http"')],
  ]);
}
