import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Versions } from '../src/openapi/changes/change.ts';
import { readVersion } from '../src/openapi/changes/read-changes.ts';
import type { ReadVersion } from '../src/openapi/changes/read-changes.ts';
import { toOpenApi31 } from '../src/openapi/convert/upgrade.ts';
import { DocumentError } from '../src/openapi/document/document-error.ts';
import { SPEC_FILE } from '../src/openapi/document/load.ts';
import { HarError } from '../src/openapi/usage/har.ts';
import { sessionOfHar } from '../src/sandbox/rehearsal/har-session.ts';
import { changesBetween, rehearseSession } from '../src/sandbox/rehearsal/report.ts';
import type { RehearsalReport } from '../src/sandbox/rehearsal/report.ts';
import type { SpecVersion } from '../src/sandbox/rehearsal/version-rules.ts';
import { parseReplay, ReplayError } from '../src/sandbox/replay/parse-replay.ts';
import type { ReplayFile } from '../src/sandbox/replay/replay-file.ts';
import { releasedVersions } from '../src/site/changes/releases.ts';
import { trackedExtensions } from '../src/site/changes/tracked-extensions.ts';
import { EXIT } from './changes-command.ts';
import { reportLines } from './rehearsal-lines.ts';
import { bodyValidatorsOf } from './sandbox/validators.ts';

const usage = `Usage: npm run rehearse -- SESSION [--from VERSION] [--to DOCUMENT] [--json]
SESSION  a replay file, or a HAR of requests to this API
--from   a released version, or an OpenAPI document; the last release when omitted
--to     an OpenAPI document; the working copy of this repository when omitted
What is compared is what documents decide: routes, parameters, bodies, levels of keys, limits of plans, and how answers are described.
The code that answers is that of this version in both. Policies are read from a file policies.yaml beside each document.
Exit code: ${EXIT.compatible} nothing breaks, ${EXIT.unusable} a file or the command line cannot be used, ${EXIT.breaking} something breaks, or can.`;

const SPEC = new URL('../spec/', import.meta.url);

class UsageError extends Error {}

/** Rehearses a session, prints what breaks and what touches it, and says by the exit code whether something does. */
export async function run(
  args: string[],
  print: (text: string) => void = console.log,
  complain: (text: string) => void = console.error,
): Promise<number> {
  try {
    const { session, from, to, isJson } = readArguments(args);
    const read = { before: await readVersion(await documentOf(from)), after: await readVersion(to ?? SPEC_FILE) };
    const versions = { before: specVersion(read.before), after: specVersion(read.after) };
    const file = await readSession(session, versions.before);
    const report = await rehearseSession(file, versions, changesBetween(versions, trackedExtensions));
    print(isJson ? JSON.stringify(report, null, 2) : reportLines(report, titles(read)).join('\n'));
    return breaks(report) ? EXIT.breaking : EXIT.compatible;
  } catch (error) {
    const isKnown = [UsageError, DocumentError, ReplayError, HarError].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    complain((error as Error).message);
    return EXIT.unusable;
  }
}

function readArguments(args: string[]) {
  const options = { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parsed();
  const [session, ...others] = positionals;
  if (session === undefined || others.length > 0) throw new UsageError(usage);
  return { session, from: values.from, to: values.to, isJson: values.json ?? false };

  function parsed() {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      throw new UsageError(`${(error as Error).message}\n${usage}`);
    }
  }
}

/** @param from a released version, or a file; the last release when omitted */
async function documentOf(from: string | undefined): Promise<string | URL> {
  const released = await releasedVersions(SPEC);
  const version = from ?? released.at(-1);
  if (version === undefined) throw new UsageError('No version is released yet: name a document by --from.');
  return released.includes(version) ? new URL(`releases/${version}/openapi.yaml`, SPEC) : version;
}

function specVersion({ document, policies }: ReadVersion): SpecVersion {
  const upgraded = toOpenApi31(document);
  return { document: upgraded, policies, validators: bodyValidatorsOf(upgraded) };
}

async function readSession(path: string, version: SpecVersion): Promise<ReplayFile> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`${path}: ${error.message}`);
  });
  return /"log"\s*:/.test(text.slice(0, 1000)) ? sessionOfHar(text, version.document) : parseReplay(text);
}

function titles({ before, after }: Versions<ReadVersion>): Versions<string> {
  const title = ({ document: { info } }: ReadVersion): string => `${info.title} ${info.version}`;
  return { before: title(before), after: title(after) };
}

function breaks({ steps, touches }: RehearsalReport): boolean {
  const isBroken = steps.some(({ findings }) => findings.some(({ isBreaking }) => isBreaking));
  return isBroken || touches.some(({ change }) => change.severity === 'breaking');
}
