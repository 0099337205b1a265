import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { ownBuilder, withFolder } from './builders.ts';
import { generated } from './documents.ts';
import { describeOutput } from './output.ts';
import type { Output } from './output.ts';
import type { Usage } from './process-tree.ts';

const SIZES = [200, 600, 1200] as const;
const ROUNDS = 3;
const GOALS = { cost: 1.3, html: 1.05 };
const MB = 1e6;

interface Measured {
  readonly operations: number;
  readonly usages: Usage[];
  output?: Output;
}

/** What one operation costs in documents of different sizes. */
export async function growth(): Promise<Part> {
  return withFolder(async (folder) => {
    const builder = ownBuilder(folder);
    const measured = SIZES.map((operations): Measured => ({ operations, usages: [] }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const size of measured) {
        const { file } = await generated(size.operations, folder);
        await builder.clean();
        size.usages.push(await builder.build(file));
        size.output ??= describeOutput(builder.out, builder.isOperation);
      }
    }
    return report(measured);
  });
}

const middle = (usages: readonly Usage[], of: keyof Usage): number => median(usages.map((usage) => usage[of]));
const cost = ({ usages, operations }: Measured): number => (middle(usages, 'wall') * 1000) / operations;
const page = ({ output }: Measured): number => output?.medianHtml ?? NaN;

function report(measured: readonly Measured[]): Part {
  const [small, large] = [measured[0], measured.at(-1)];
  return {
    title: 'Growth',
    method:
      `Documents made for it, alike but for the number of operations; \`npm run reference\`, cold, medians of ${ROUNDS} rounds, in turn. The cost of an ` +
      'operation is the whole build divided by their number, so the start of the tools counts in the small ones; what each operation adds stands beside it.',
    columns: ['operations', 'build', 'each', 'each more', 'memory', 'output', 'middle operation page, HTML', 'gz'],
    rows: measured.map((size, index) => row(size, measured[index - 1])),
    goals:
      small && large
        ? [
            {
              what: 'cost of an operation, 1,200 of 200',
              reached: cost(large) / cost(small),
              unit: '×',
              bound: { max: GOALS.cost },
            },
            {
              what: 'HTML of a page, 1,200 of 200',
              reached: page(large) / page(small),
              unit: '×',
              bound: { max: GOALS.html },
            },
          ]
        : [],
  };
}

function row(size: Measured, smaller: Measured | undefined): string[] {
  const wall = middle(size.usages, 'wall');
  const added = smaller && ((wall - middle(smaller.usages, 'wall')) * 1000) / (size.operations - smaller.operations);
  return [
    figure(size.operations),
    `${figure(wall)} s`,
    `${figure(cost(size))} ms`,
    added === undefined ? '–' : `${figure(added)} ms`,
    `${figure(middle(size.usages, 'memory') / MB)} MB`,
    `${figure((size.output?.bytes ?? NaN) / MB)} MB`,
    `${figure(page(size) / 1000)} kB`,
    `${figure((size.output?.medianPage ?? NaN) / 1000)} kB`,
  ];
}
