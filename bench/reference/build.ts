import { figure, median } from '../report.ts';
import type { Goal, Part } from '../report.ts';
import { installPeers } from '../peers.ts';
import { ownBuilder, starlightOpenapi, withFolder } from './builders.ts';
import type { Builder } from './builders.ts';
import { deepDocument, largeDocument } from './documents.ts';
import type { Source } from './documents.ts';
import { describeOutput } from './output.ts';
import type { Output } from './output.ts';
import type { Usage } from './process-tree.ts';

const ROUNDS = 3;
const GOALS = {
  large: { wall: 0.3, memory: 0.7, output: 0.25, medianPage: 12, largestPage: 60 },
  deep: { wall: 0.85 },
  unchanged: 0.5,
};
const MB = 1e6;
const KB = 1000;

interface Measured {
  readonly name: string;
  readonly cold: Usage[];
  /** Built again with nothing changed. */
  readonly unchanged: Usage[];
  readonly output: Output;
}

/** From the document to a site on disk. */
export async function build(): Promise<Part> {
  await installPeers();
  return withFolder(async (folder) => {
    const builders = [ownBuilder(folder), await starlightOpenapi(folder)];
    const large = await largeDocument(folder);
    const deep = deepDocument();
    // The small one first: what it deletes slows the other less.
    const ofDeep = { source: deep, results: await measure(builders, deep.file) };
    const ofLarge = { source: large, results: await measure(builders, large.file) };
    return report([ofLarge, ofDeep], [...largeGoals(large, ofLarge.results), ...deepGoals(deep, ofDeep.results)]);
  });
}

async function measure(builders: readonly Builder[], spec: string): Promise<Measured[]> {
  const usages = builders.map(() => ({ cold: [] as Usage[], unchanged: [] as Usage[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, builder] of builders.entries()) {
      await builder.clean();
      usages[index]?.cold.push(await builder.build(spec));
    }
  }
  // Afterwards, for a rebuild may delete files, which slows the next build: see `putAside`.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, builder] of builders.entries()) usages[index]?.unchanged.push(await builder.build(spec));
  return builders.map(({ name, out, isOperation }, index) => ({
    name,
    cold: usages[index]?.cold ?? [],
    unchanged: usages[index]?.unchanged ?? [],
    output: describeOutput(out, isOperation),
  }));
}

const middle = (usages: readonly Usage[], of: keyof Usage): number => median(usages.map((usage) => usage[of]));

/** The median of the ratios within a round. */
function ratio(of: keyof Usage, own: readonly Usage[], other: readonly Usage[]): number {
  return median(own.map((usage, round) => usage[of] / (other[round]?.[of] ?? NaN)));
}

function largeGoals({ name }: Source, [own, peer]: readonly Measured[] = []): Goal[] {
  if (!own || !peer) return [];
  const { wall, memory, output, medianPage, largestPage } = GOALS.large;
  return [
    goal(`${name}: wall time of starlight-openapi’s`, ratio('wall', own.cold, peer.cold), '×', wall),
    goal(`${name}: memory of starlight-openapi’s`, ratio('memory', own.cold, peer.cold), '×', memory),
    goal(`${name}: output of starlight-openapi’s`, own.output.bytes / peer.output.bytes, '×', output),
    goal(`${name}: middle operation page, HTML gz`, own.output.medianPage / KB, ' kB', medianPage),
    goal(`${name}: heaviest page, HTML gz`, own.output.largestPage.bytes / KB, ' kB', largestPage),
    goal(`${name}: unchanged rebuild of a cold one`, ratio('wall', own.unchanged, own.cold), '×', GOALS.unchanged),
  ];
}

function deepGoals({ name }: Source, [own, peer]: readonly Measured[] = []): Goal[] {
  if (!own || !peer) return [];
  return [
    goal(`${name}: wall time of starlight-openapi’s`, ratio('wall', own.cold, peer.cold), '×', GOALS.deep.wall),
    goal(`${name}: heaviest page, HTML gz`, own.output.largestPage.bytes / KB, ' kB', GOALS.large.largestPage),
  ];
}

const goal = (what: string, reached: number, unit: string, max: number): Goal => ({
  what,
  reached,
  unit,
  bound: { max },
});

function report(measured: readonly { source: Source; results: readonly Measured[] }[], goals: readonly Goal[]): Part {
  return {
    title: 'Build',
    method:
      `Both by \`npm run\`, in turn, medians of ${ROUNDS} rounds; cold is without output and caches, which are put aside and not deleted, unchanged the same again when all cold ones are done. Memory is the most ` +
      'that npm and all below it held at one time, sampled each 100 ms. Our commands keep the code that Node has compiled. Starlight and Astro are of one version in both. Ours writes a page to each schema, ' +
      'a Markdown file to each page and a JSON file to each operation besides.',
    columns: [
      'document',
      'by',
      'cold',
      'user CPU',
      'memory',
      'unchanged',
      'output',
      'pages',
      'middle operation page gz',
      'heaviest gz',
    ],
    rows: measured.flatMap(({ source, results }) => results.map((result) => [source.name, ...row(result)])),
    goals,
  };
}

function row({ name, cold, unchanged, output }: Measured): string[] {
  return [
    name,
    `${figure(middle(cold, 'wall'))} s`,
    `${figure(middle(cold, 'cpu'))} s`,
    `${figure(middle(cold, 'memory') / MB)} MB`,
    `${figure(middle(unchanged, 'wall'))} s`,
    `${figure(output.bytes / MB)} MB`,
    figure(output.pages),
    `${figure(output.medianPage / KB)} kB`,
    `${figure(output.largestPage.bytes / KB)} kB`,
  ];
}
