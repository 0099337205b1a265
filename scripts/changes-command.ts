import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { adviceFor } from '../src/openapi/changes/advice.ts';
import type { Change, Versions } from '../src/openapi/changes/change.ts';
import type { ReadVersion } from '../src/openapi/changes/read-changes.ts';
import { readVersion, versionChanges } from '../src/openapi/changes/read-changes.ts';
import { toOpenApi31 } from '../src/openapi/convert/upgrade.ts';
import { DocumentError } from '../src/openapi/document/document-error.ts';
import { listOperations, listWebhooks } from '../src/openapi/model/operations.ts';
import { usageOfExchanges } from '../src/openapi/usage/exchange-usage.ts';
import { HarError, parseHar } from '../src/openapi/usage/har.ts';
import type { Touch } from '../src/openapi/usage/touching.ts';
import { evidenceWords, touchingChanges } from '../src/openapi/usage/touching.ts';
import { usageOf } from '../src/openapi/usage/usage.ts';
import { trackedExtensions } from '../src/site/changes/tracked-extensions.ts';

/** What the process ends with. */
export const EXIT = { compatible: 0, unusable: 1, breaking: 2 } as const;

const usage = `Usage: npm run changes -- OLD NEW [--har FILE | --operations NAME,…] [--json] [--allow FOLDER …]
OLD and NEW are OpenAPI 3.0, 3.1 or 3.2 documents, YAML or JSON.
--har         only what touches the requests that were recorded in a HAR, each with what to do
--operations  only what touches these operations and events, by operationId and name, each with what to do
Exit code: ${EXIT.compatible} nothing breaks, ${EXIT.unusable} a document or the command line cannot be used, ${EXIT.breaking} something breaks.`;

class UsageError extends Error {}

interface Arguments {
  before: string;
  after: string;
  isJson: boolean;
  allow: string[];
  har: string | undefined;
  operations: string[];
}

function readArguments(args: string[]): Arguments {
  const options = {
    json: { type: 'boolean' },
    allow: { type: 'string', multiple: true },
    har: { type: 'string' },
    operations: { type: 'string', multiple: true },
  } as const;
  const { values, positionals } = parsed();
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0) throw new UsageError(usage);
  const { json: isJson = false, allow = [], har } = values;
  const operations = (values.operations ?? []).flatMap((list) => list.split(',')).filter(Boolean);
  if (har !== undefined && operations.length > 0) throw new UsageError(`Either --har or --operations.\n${usage}`);
  return { before, after, isJson, allow, har, operations };

  function parsed() {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      throw new UsageError(`${(error as Error).message}\n${usage}`);
    }
  }
}

/**
 * Compares two documents, prints what changed, and says by the exit code whether it breaks clients.
 * @param print Takes what is printed: the list, or with `--json` an array of `Change`.
 */
export async function run(
  args: string[],
  print: (text: string) => void = console.log,
  complain: (text: string) => void = console.error,
): Promise<number> {
  try {
    const given = readArguments(args);
    const { isJson, allow } = given;
    const versions = {
      before: await readVersion(given.before, { allow }),
      after: await readVersion(given.after, { allow }),
    };
    const all = versionChanges(versions, { extensions: trackedExtensions });
    const touches = await touchesOf(all, versions, given);
    const changes = touches?.map(({ change }) => change) ?? all;
    if (isJson) print(JSON.stringify(touches?.map(flat) ?? all, null, 2));
    else print(touches ? listedTouches(touches, all.length, versions) : listed(all, versions));
    return changes.some(({ severity }) => severity === 'breaking') ? EXIT.breaking : EXIT.compatible;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DocumentError || error instanceof HarError)) throw error;
    complain(error.message);
    return EXIT.unusable;
  }
}

/** What touches a client, where one was described. @throws {UsageError} for a name that no version has, and a HAR that cannot be read */
async function touchesOf(
  changes: Change[],
  { before, after }: Versions<ReadVersion>,
  { har, operations }: Arguments,
): Promise<Touch[] | undefined> {
  const documents = [before.document, after.document].map(toOpenApi31);
  if (har !== undefined) {
    const text = await readFile(har, 'utf8').catch((error: Error) => {
      throw new UsageError(`${har}: ${error.message}`);
    });
    const usage = usageOfExchanges(parseHar(text), documents);
    if (usage.matched === 0) throw new UsageError(`${har}: none of its requests is one of this API.`);
    return touchingChanges(changes, usage, documents);
  }
  if (operations.length === 0) return undefined;
  const known = documents.flatMap((document) => [
    ...listOperations(document).map(({ operationId }) => operationId),
    ...listWebhooks(document).map(({ path }) => path),
  ]);
  const unknown = operations.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UsageError(`Neither version has an operation or event ${unknown.join(', ')}.`);
  return touchingChanges(changes, usageOf(operations), documents);
}

/** A touch as `--json` tells it: the change, and what is known of the client. */
function flat({ change, operations: used, evidence }: Touch): object {
  return { ...change, used, ...(evidence && { evidence }), advice: adviceFor(change) };
}

function titleOf({ before, after }: Versions<ReadVersion>): string {
  return [before, after].map(({ document: { info } }) => `${info.title} ${info.version}`).join(' → ');
}

function listedTouches(touches: Touch[], total: number, versions: Versions<ReadVersion>): string {
  const breaking = touches.filter(({ change }) => change.severity === 'breaking');
  const lines = (title: string, some: Touch[]): string[] =>
    some.length === 0 ? [] : ['', title, ...some.flatMap(touchLines)];
  return [
    titleOf(versions),
    ...lines('Breaking', breaking),
    ...lines(
      'Not breaking',
      touches.filter(({ change }) => change.severity !== 'breaking'),
    ),
    '',
    `${touches.length} of ${total} changes touch you, ${breaking.length} of them breaking.`,
  ].join('\n');
}

function touchLines({ change, operations, evidence }: Touch): string[] {
  const used = operations.length > 0 ? ` (${operations.join(', ')})` : ' (the whole API)';
  return [
    `  ${change.kind.padEnd(10)} ${change.message}${used}`,
    `  ${' '.repeat(10)} ${evidence ? `${evidenceWords(evidence)} ` : ''}${adviceFor(change)}`,
  ];
}

function listed(changes: Change[], versions: Versions<ReadVersion>): string {
  const breaking = changes.filter(({ severity }) => severity === 'breaking');
  const others = changes.filter(({ severity }) => severity !== 'breaking');
  return [
    titleOf(versions),
    ...group('Breaking', breaking),
    ...group('Not breaking', others),
    '',
    `${breaking.length} breaking, ${others.length} other changes.`,
  ].join('\n');
}

function group(title: string, changes: Change[]): string[] {
  if (changes.length === 0) return [];
  return ['', title, ...changes.map((change) => `  ${change.kind.padEnd(10)} ${change.message}${touched(change)}`)];
}

/** Operations that the message does not name: where one alone is meant, its place says so. */
function touched({ operations }: Change): string {
  const shown = operations.slice(0, 3).join(', ');
  const more = operations.length > 3 ? ` and ${operations.length - 3} more` : '';
  return operations.length > 1 ? ` (${shown}${more})` : '';
}
