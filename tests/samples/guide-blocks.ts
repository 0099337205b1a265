/** What becomes of each code block of the pages that are written by hand. */
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import type { Block } from './blocks.ts';
import { blocksOf } from './blocks.ts';

/** What is done with a block: the test that runs it, or why none does. */
export type Fate =
  /** A request as a program: `calls.test.ts` */
  | 'call'
  /** A request with a Run button: `guides.test.ts` */
  | 'request'
  /** A command, or a function that wants more around it: `guides.test.ts` */
  | 'clock'
  | 'key'
  | 'page loop'
  | 'retry'
  /** `oauth.test.ts` */
  | 'sign-in'
  /** `receiver.test.ts`: the handler, and the same while a secret is replaced */
  | 'receiver'
  | 'rotation'
  /** `verified-handlers.test.ts`, in the framework or what stands in for it */
  | 'handler'
  /** `verify-webhook.test.ts`, with all that a verification must refuse */
  | 'verification'
  /** `tests/package/recipes.long.test.ts`, in the order of a CI job */
  | 'job'
  /** `break-it.test.ts`: an order of failures, and what survives them; `guides.test.ts` makes the workspace */
  | 'order'
  | 'workspace'
  | 'survival'
  /** `tests/edge/command.slow.test.ts` */
  | 'hosted'
  /** `tests/contract/postman.long.test.ts`, `arazzo.slow.test.ts` and `tests/collections` */
  | 'contract'
  /** The README of a client library: its own tests under `sdks/` run it, with the package installed; of the sandbox, `tests/package` */
  | 'package'
  /** An example of what comes back, or a form to fill in */
  | 'answer'
  | 'illustration';

/** Blocks that are told by how they begin. */
const beginnings: readonly (readonly [beginning: string, fate: Fate])[] = [
  ['read -rs ', 'key'],
  ['npm run mock', 'job'],
  ['npx @orbinto/sandbox', 'package'],
  ['npm run packages -- --out packages --only sandbox', 'package'],
  ['npm install --save-dev ../orbinto-developers/packages/orbinto-sandbox-', 'package'],
  ['npm install --save-dev ./vendor/orbinto-sandbox-', 'job'],
  ['docker build ', 'job'],
  ['docker compose run ', 'job'],
  ['node --test ', 'job'],
  ['curl -X POST "http://127.0.0.1:4010/_sandbox/clock"', 'clock'],
  ['curl -X PUT "http://127.0.0.1:4010/_sandbox/faults"', 'order'],
  ['curl -X POST "http://127.0.0.1:4010/_sandbox/workspaces"', 'workspace'],
  ['npm run edge', 'hosted'],
  ['npx newman ', 'contract'],
  ['npx @redocly/cli ', 'contract'],
  ['# bruno/\nnpx @usebruno/cli ', 'contract'],
];

const captions: readonly (readonly [caption: RegExp, fate: Fate])[] = [
  [/^verify[-_]webhook\.\w+$/, 'verification'],
  [/^every[-_]visitor\.\w+$/, 'page loop'],
  [/^ask[-_]again\.\w+$/, 'retry'],
  [/^sign[-_]in[-_](?:secrets|address)\.\w+$/, 'sign-in'],
  [/^(?:express|next)\.js$|^fastapi_app\.py$|^laravel\.php$|^rails\.rb$/, 'handler'],
  [/^(?:server\.js|app\.py|receive\.php|config\.ru|main\.go)$/, 'receiver'],
  [/^orbinto\.test\.js$|\.yaml$/, 'job'],
  [/^(?:vitest|jest|node|msw|undici)\.test\.js$|^replay\.js$/, 'package'],
  [/^(?:create-once|until-reset|endpoint)\.js$|^survive\.\w+$/, 'survival'],
  [/^(?:\.gitlab-ci\.yml|testcontainers\.test\.js)$/, 'job'],
];

/** `undefined`: nobody has said. */
export function fateOf({
  page,
  section,
  language,
  sample,
  code,
  title,
  runnable,
  isIllustration,
}: Block): Fate | undefined {
  if (/^\/guides\/sdks\/./.test(page)) return 'package';
  if (isIllustration) return 'illustration';
  if (sample !== undefined && title === '') return code.includes('/oauth/') ? 'sign-in' : 'call';
  if (language === 'http') return runnable && 'request';
  if (language === 'json' || language === 'text') return 'answer';
  const [, fate] =
    captions.find(([caption]) => caption.test(title)) ??
    beginnings.find(([beginning]) => code.startsWith(beginning)) ??
    [];
  // The same files, changed.
  return fate === 'receiver' && section === 'rotate-a-secret' ? 'rotation' : fate;
}

/** All blocks but those of the reference and the error catalogue. */
export const guideBlocks: readonly Block[] = ['', 'guides/*', 'guides/sdks/*', 'resources', 'support'].flatMap(
  blocksOf,
);

export function blocksWith(fate: Fate): Block[] {
  return guideBlocks.filter((block) => fateOf(block) === fate);
}

/** The only one; where it is shown in several languages, the only one of this language. */
export function blockWith(fate: Fate, language?: LanguageId): Block {
  const [block, ...others] = blocksWith(fate).filter(({ sample }) => sample === language);
  if (!block || others.length > 0)
    throw new Error(`There should be one block with the fate “${fate}”${language ? ` in ${language}` : ''}.`);
  return block;
}

/** How a test names a block. */
export function nameOf({ page, code }: Block): string {
  return `${page} ${code.split('\n')[0]?.replace(/ \\$/, '') ?? ''}`;
}
