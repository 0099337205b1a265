/** What touches the requests of a reader. All of it happens in the page: requests are read here and kept nowhere. */
import { opml } from '../../../generators/opml.ts';
import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import { usageOfExchanges } from '../../../openapi/usage/exchange-usage.ts';
import { parseHar } from '../../../openapi/usage/har.ts';
import type { Exchange } from '../../../openapi/usage/har.ts';
import { basesOf } from '../../../openapi/usage/match-operation.ts';
import { evidenceWords, touchingChanges } from '../../../openapi/usage/touching.ts';
import { browserStorage, list } from '../../console/history/history.ts';
import { responseTo } from '../../console/history/kept-responses.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { ChangesFile } from '../changes-file.ts';
import { feedAddress, WHOLE_API } from '../feed-address.ts';
import { exchangeOf } from './past-exchange.ts';

/** What the page shows of its changes. */
export interface TouchedChanges {
  /** Operations and events that are used. */
  used: string[];
  /** By the id of a change that touches, how the requests show it; '' where they need not. */
  evidence: ReadonlyMap<string, string>;
  /** What was looked at, as a sentence. */
  said: string;
}

/** @throws {HarError} */
export async function touchedByHar(text: string): Promise<TouchedChanges> {
  const exchanges = parseHar(text);
  return touchedBy(
    () => exchanges,
    (matched) =>
      matched === 0
        ? 'None of these requests is one of this API.'
        : `${matched} of ${exchanges.length} requests are of this API.`,
  );
}

/** By the calls that the console keeps in this browser. */
export async function touchedByHistory(): Promise<TouchedChanges> {
  const calls = list(browserStorage());
  if (calls.length === 0) throw new Error('The console has kept no calls in this browser.');
  return touchedBy(
    ([base = '']) => calls.map((past) => exchangeOf(past, base, responseTo(past.id))),
    () => (calls.length === 1 ? 'The console has kept 1 call.' : `The console has kept ${calls.length} calls.`),
  );
}

/** @param exchanges is told the paths that the API begins at */
async function touchedBy(
  exchanges: (bases: string[]) => Exchange[],
  said: (matched: number) => string,
): Promise<TouchedChanges> {
  const { documents, versions } = await read<ChangesFile>('/changelog/changes.json');
  const read31 = async ([version, address]: [string, string]) =>
    [version, await read<OpenApiDocument>(address)] as const;
  const known = new Map(await Promise.all(Object.entries(documents).map(read31)));
  const servers = [...known.values()].flatMap((document) => document.servers ?? []);
  const usage = usageOfExchanges(exchanges(basesOf({ servers })), [...known.values()]);
  const evidence = new Map<string, string>();
  for (const { version, since, changes } of versions) {
    const pair = [since, version].flatMap((name) => known.get(name) ?? []);
    for (const touch of touchingChanges(changes, usage, pair))
      evidence.set(touch.change.id, touch.evidence ? evidenceWords(touch.evidence) : '');
  }
  return { used: [...usage.operations.keys()], evidence, said: said(usage.matched) };
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw new Error('The list of changes could not be loaded. Check your connection and try again.');
  return (await response.json()) as T;
}

/** Saves the feeds of what is chosen, and that of the whole API, as one file that feed readers import. */
export function saveFeeds(chosen: readonly string[]): void {
  const feeds = [WHOLE_API, ...chosen].map((name) => ({
    title: name === WHOLE_API ? 'Orbinto API: the whole API' : `Orbinto API: ${name}`,
    feed: new URL(feedAddress(name), location.origin).href,
    page: new URL('/changelog/', location.origin).href,
  }));
  saveFile('orbinto-changes.opml', new Blob([opml('Changes of the Orbinto API', feeds)], { type: 'text/x-opml' }));
}
