import { markup } from '../../text/markup.ts';
import type { Html, HtmlValue } from '../../text/markup.ts';
import { timeText } from '../status/service-claim.ts';
import { AGENT_BUDGET } from './quality-report.ts';
import type { Measurement, QualityReport, Share, Weight } from './quality-report.ts';

/** The sections of the page, for its list of contents. */
export const QUALITY_SECTIONS = [
  { slug: 'contract', text: 'Contract' },
  { slug: 'samples', text: 'Samples' },
  { slug: 'hostile', text: 'Kills, random requests, faults' },
  { slug: 'agents', text: 'What a program gets done' },
  { slug: 'weights', text: 'Page weights' },
  { slug: 'lighthouse', text: 'Lighthouse' },
  { slug: 'licences', text: 'Licences' },
] as const;

const WEIGHT_LABELS: Readonly<Record<Weight['name'], string>> = {
  page: 'HTML of a page',
  first_script: 'JavaScript before you press anything',
  console: 'The console, once you open it',
  sandbox: 'The sandbox in the page, once you send',
};

/** The figures of the page. The build prints them once it has all of them. */
export function qualityHtml(report: QualityReport): Html {
  const bodies: Record<(typeof QUALITY_SECTIONS)[number]['slug'], Html> = {
    contract: contractHtml(report),
    samples: samplesHtml(report),
    hostile: hostileHtml(report),
    agents: agentsHtml(report),
    weights: weightsHtml(report),
    lighthouse: lighthouseHtml(report),
    licences: licencesHtml(report),
  };
  return markup`${QUALITY_SECTIONS.map(({ slug, text }) => markup`<h2 id="${slug}">${text}</h2>${bodies[slug]}`)}`;
}

function contractHtml(report: QualityReport): Html {
  return partHtml(report, report.contract, (found) => [
    markup`<p>The exchanges of the contract tests, ${number(found.exchanges)} of them, were compared with the <a href="/openapi.json">OpenAPI document</a> by <code>redocly drift</code>.</p>`,
    table(
      ['What', 'Seen', 'Of', 'Share'],
      [
        shareRow('Operations', found.operations),
        shareRow('Response codes', found.responses),
        shareRow('Parameters', found.parameters),
        shareRow('Properties of bodies', found.properties),
      ],
    ),
    markup`<p>Not as documented: <strong>${number(found.findings)}</strong>. Not counted are ${number(found.refused)} things that requests got wrong on purpose, and that the sandbox refused them for.</p>`,
  ]);
}

function samplesHtml(report: QualityReport): Html {
  return partHtml(report, report.samples, ({ languages }) => [
    markup`<p>The code on these pages was run by the interpreters of its languages, and its answers compared with what is documented.</p>`,
    table(
      ['Language', 'Tests passed'],
      languages.map(({ language, passed }) => [language, number(passed)]),
    ),
  ]);
}

function hostileHtml(report: QualityReport): Html {
  return markup`${partHtml(
    report,
    report.kills,
    ({ rounds, writes, events, tokens }) => [
      markup`<p><strong>Kills.</strong> The sandbox was killed under load ${number(rounds)} times. Each of its ${number(writes)} answered writes was found again, ${number(events)} webhook events were delivered, and ${number(tokens)} access tokens were as valid as before.</p>`,
    ],
    'Kills',
  )}${partHtml(
    report,
    report.fuzz,
    ({ requests, operations, seed }) => [
      markup`<p><strong>Random requests.</strong> ${number(requests)} requests to all ${number(operations)} operations, valid and not, were each answered as documented. Seed ${String(seed)}.</p>`,
    ],
    'Random requests',
  )}${partHtml(
    report,
    report.mutation,
    ({ mutants, caught, seed, parts }) => [
      markup`<p><strong>Faults.</strong> Of ${number(mutants)} faults put into the code, drawn at random and one at a time, the tests noticed ${number(caught)} (${percent({ covered: caught, total: mutants })}). Seed ${String(seed)}.</p>`,
      table(
        ['Part of the code', 'Noticed', 'Of', 'Share'],
        parts.map((part) => shareRow(part.folder, { covered: part.caught, total: part.mutants })),
      ),
    ],
    'Faults',
  )}`;
}

function agentsHtml(report: QualityReport): Html {
  const { requests: most, bytes: mostBytes } = AGENT_BUDGET;
  return partHtml(report, report.agents, ({ tasks }) => [
    markup`<p>A program that knew nothing but the address of this site followed its links to what is made for programs, and did each of these in the sandbox by what it read there. None may take more than ${number(most)} requests or ${kilobytes(mostBytes)}, uncompressed.</p>`,
    table(
      ['Task', 'Requests', 'Read'],
      tasks.map(({ task, requests, bytes }) => [task, number(requests), kilobytes(bytes)]),
    ),
  ]);
}

function weightsHtml({ built }: QualityReport): Html {
  if (!built) return markup`<p>Weighed when the site is built.</p>`;
  return markup`<p>The heaviest of the ${number(built.pages)} pages of this site, compressed, and what each may weigh. A build that is heavier fails its tests.</p>${table(
    ['What', 'Heaviest on', 'Weight', 'At most'],
    built.weights.map(({ name, page, bytes, budget }) => [
      WEIGHT_LABELS[name],
      markup`<a href="${page}">${page}</a>`,
      kilobytes(bytes),
      kilobytes(budget),
    ]),
  )}`;
}

function lighthouseHtml(report: QualityReport): Html {
  return partHtml(report, report.lighthouse, ({ version, pages }) => [
    markup`<p>Marks of Lighthouse ${version}, of 100, on a phone with a slow network.</p>`,
    table(
      ['Page', 'Performance', 'Accessibility', 'Best practices', 'Search engines'],
      pages.map((one) => [one.page, one.performance, one.accessibility, one.best_practices, one.seo]),
    ),
  ]);
}

function licencesHtml({ built }: QualityReport): Html {
  if (!built) return markup`<p>Counted when the site is built.</p>`;
  const { packages, licences } = built.licences;
  return markup`<p>Something of ${number(packages)} packages is in the files of this site: <a href="/third-party-licenses.txt">their licences</a>, and the <a href="/sbom.cdx.json">bill of materials</a> in CycloneDX.</p>${table(
    ['Licence', 'Packages'],
    licences.map(({ licence, packages: count }) => [licence || 'None named', count]),
  )}`;
}

/** What was measured, with its commit and date; else that nothing was. @param name where a section has several */
function partHtml<Figures>(
  { commit }: QualityReport,
  found: Measurement<Figures>,
  tell: (figures: Figures) => Html[],
  name?: string,
): Html {
  if (!found)
    return markup`<p class="unmeasured">${name && markup`<strong>${name}.</strong> `}Not measured for this build.</p>`;
  const time = markup`<time datetime="${found.date}">${timeText(found.date)}</time>`;
  const of = markup`<code>${found.commit.slice(0, 7)}</code>`;
  const other = commit === null ? 'files that have changed since' : markup`<code>${commit.slice(0, 7)}</code>`;
  return markup`${tell(found)}<p class="measured">${
    found.current
      ? markup`Measured ${time} at this commit, ${of}.`
      : markup`Measured ${time} at ${of}. This site is built from ${other}.`
  }</p>`;
}

function table(heads: readonly string[], rows: readonly (readonly HtmlValue[])[]): Html {
  return markup`<table><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
    ([first, ...others]) =>
      markup`<tr><th scope="row">${first}</th>${others.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`;
}

const shareRow = (name: string, share: Share): HtmlValue[] => [
  name,
  number(share.covered),
  number(share.total),
  percent(share),
];

const number = (value: number): string => value.toLocaleString('en');

/** Rounded down: what is not whole is never told as whole. */
const percent = ({ covered, total }: Share): string =>
  total === 0 ? 'none' : `${Math.floor((covered / total) * 1000) / 10}\u00a0%`;

/** Rounded up, for the same reason. Not broken: a phone has a narrow column for it. */
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 100) / 10}\u00a0kB`;
