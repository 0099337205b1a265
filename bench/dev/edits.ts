import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';

const ROUNDS = 3;
const GOAL = 2_000;
/** Milliseconds after which an edit that is not seen is a failure. */
const PATIENCE = 60_000;

/** Where the development servers listen. */
interface Addresses {
  readonly site: string;
  readonly mock: string;
}

/** One kind of edit and what shows it. */
interface Edit {
  readonly name: string;
  readonly file: string;
  /** The file's text with a mark in it that no other round has. */
  readonly change: (text: string, mark: string) => string;
  readonly isSeen: (addresses: Addresses, mark: string) => Promise<boolean>;
}

async function pageHas({ site }: Addresses, path: string, mark: string): Promise<boolean> {
  const answer = await fetch(site + path).catch(() => undefined);
  return (await answer?.text())?.includes(mark) ?? false;
}

async function mockAnswers(
  { mock }: Addresses,
  path: string,
  body: object | undefined,
  test: (status: number, text: string) => boolean,
): Promise<boolean> {
  const headers = { Authorization: 'Bearer sk_test_benchdev', 'Content-Type': 'application/json' };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer = await fetch(`${mock}/v1${path}`, init).catch(() => undefined);
  return answer !== undefined && test(answer.status, await answer.text());
}

/** A field beside `company`, wherever a contact has one. */
const field = (text: string, mark: string): string =>
  text.replaceAll(/^( +)company:/gm, `$1${mark}: { type: string, description: The ${mark}. }\n$1company:`);

const EDITS: readonly Edit[] = [
  {
    name: 'a guide, in the page',
    file: 'content/docs/guides/errors.mdx',
    change: (text, mark) => `${text}\n\nA sentence with ${mark}.\n`,
    isSeen: (addresses, mark) => pageHas(addresses, '/guides/errors/', mark),
  },
  {
    name: 'a component, in the page',
    file: 'src/site/reference/components/OperationPage.astro',
    change: (text, mark) => `${text}\n<p hidden>${mark}</p>\n`,
    isSeen: (addresses, mark) => pageHas(addresses, '/reference/contacts/create-contact/', mark),
  },
  {
    name: 'a field in spec/, in the page',
    file: 'spec/resources/contacts.schemas.yaml',
    change: field,
    isSeen: (addresses, mark) => pageHas(addresses, '/reference/contacts/create-contact/', mark),
  },
  {
    name: 'a field in spec/, over HTTP',
    file: 'spec/resources/contacts.schemas.yaml',
    change: field,
    isSeen: (addresses, mark) =>
      // An unknown field is named in the answer, a known one of a wrong type, too: with another reason.
      mockAnswers(addresses, '/contacts', { email: 'a@example.com', [mark]: 1 }, (_status, text) =>
        text.includes('string'),
      ),
  },
  {
    name: 'a handler, over HTTP',
    file: 'src/sandbox/operations/operators.ts',
    change: (text, mark) => text.replace("'operator', path.id)", `'${mark}', path.id)`),
    isSeen: (addresses, mark) =>
      mockAnswers(addresses, '/operators/op_none', undefined, (_status, text) => text.includes(mark)),
  },
];

/** How long after a file is saved its change is seen, in a copy of the repository. */
export async function edits(): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-dev-'));
  copyRepository(folder);
  const [port, mockPort] = [await freePort(), await freePort()];
  const addresses = { site: `http://localhost:${port}`, mock: `http://127.0.0.1:${mockPort}` };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), MOCK_PORT: String(mockPort) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const rows = [];
    for (const edit of EDITS) rows.push(await measure(folder, edit, addresses));
    return report(rows);
  } finally {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyRepository(folder: string): void {
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of stdout.split('\n').filter(Boolean)) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Milliseconds from each save until it is seen; the pages are asked for once before, as a browser has them open. */
async function measure(folder: string, edit: Edit, addresses: Addresses): Promise<{ name: string; times: number[] }> {
  const file = join(folder, edit.file);
  const before = readFileSync(file, 'utf8');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const mark = `mark${Math.random().toString(36).slice(2)}`;
    await edit.isSeen(addresses, mark);
    const changed = edit.change(before, mark);
    if (changed === before) throw new Error(`${edit.file} has no place for the edit`);
    const began = performance.now();
    writeFileSync(file, changed);
    while (!(await edit.isSeen(addresses, mark))) {
      if (performance.now() - began > PATIENCE) throw new Error(`The edit of ${dirname(edit.file)} was never seen`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    times.push(performance.now() - began);
    writeFileSync(file, before);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
  return { name: edit.name, times };
}

function report(rows: readonly { name: string; times: readonly number[] }[]): Part {
  return {
    title: 'From a save to what is seen',
    method: `\`npm run dev\` in a copy of the repository; medians of ${ROUNDS} edits of a kind, the page open before.`,
    columns: ['edit', 'seen after', 'at most'],
    rows: rows.map(({ name, times }) => [name, `${figure(median(times))} ms`, `${figure(Math.max(...times))} ms`]),
    goals: rows.map(({ name, times }) => ({ what: name, reached: median(times), unit: ' ms', bound: { max: GOAL } })),
  };
}
