/** A session as a reader of the console has it: each call with what the sandbox answered. */
import { exportCalls, exportFormats } from '../../src/generators/recorded-calls/export-formats.ts';
import type { ExportFormat, Exported } from '../../src/generators/recorded-calls/export-formats.ts';
import type { RecordedCall } from '../../src/generators/recorded-calls/recorded-call.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { openPrivateSandbox } from '../../src/sandbox/browser.ts';
import type { RequestInput } from '../../src/site/console/request/input/request-input.ts';
import { filledIn, requestOf, secretVariable, sendable } from '../../src/site/console/request/make-request.ts';
import { document, operationOf } from '../contract/contract.ts';

export const server = 'https://api.orbinto.com/v1';

/** What is hostile to each format: it has to arrive as it is. */
export const hostile = `it's "5" $HOME \`id\` \${x} {{key}} \\ ''' é 🎉`;

type Call = [operationId: string, values: Record<string, string>, body?: unknown];

/** Ids are those that the sandbox gave: a later call names what an earlier one told. */
const calls: ((id: (index: number) => string) => Call)[] = [
  () => ['createContact', {}, { email: 'export@example.com', name: 'Exported', company: 'Before' }],
  (id) => ['getContact', { 'path.id': id(0) }],
  (id) => ['updateContact', { 'path.id': id(0) }, { company: 'After' }],
  () => ['listConversations', { 'query.per_page': '2', 'query.status': 'open' }],
  (id) => ['getConversation', { 'path.id': id(3) }],
  () => ['listOperators', {}],
  (id) => ['assignConversation', { 'path.id': id(3) }, { operator_id: id(5) }],
  (id) => ['deleteContact', { 'path.id': id(0) }],
  (id) => ['getContact', { 'path.id': id(0) }],
  () => ['createContact', {}, { email: 'hostile@example.com', name: hostile }],
];

/** The session, played in a sandbox of its own. */
export async function recordSession(): Promise<RecordedCall[]> {
  const sandbox = openPrivateSandbox();
  const recorded: RecordedCall[] = [];
  const id = (index: number): string => {
    const answer = JSON.parse(recorded[index]?.answer ?? '{}') as { id?: string; data?: { id: string }[] };
    return answer.id ?? answer.data?.[0]?.id ?? '';
  };
  for (const make of calls) {
    const [operationId, values, body] = make(id);
    const operation = bundleOperation(document, operationOf(operationId));
    const call: RequestInput = { values, body: body === undefined ? '' : JSON.stringify(body) };
    const request = requestOf(operation, call, server);
    const { url, ...init } = sendable(request, call, 'sk_test_admin');
    const response = await sandbox.fetch(new Request(url, init));
    recorded.push({
      operationId,
      summary: operation.summary,
      path: operation.path,
      request,
      parameters: filledIn(operation, call).map(([{ name, in: place }, value]) => ({ name, in: place, value })),
      status: response.status,
      answer: await response.text(),
    });
  }
  return recorded;
}

export function formatOf(id: ExportFormat['id']): ExportFormat {
  const format = exportFormats.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`There is no format ${id}`);
  return format;
}

export function exported(recorded: RecordedCall[], id: ExportFormat['id'], base = server): Exported {
  const format = formatOf(id);
  return exportCalls(recorded, format, {
    title: 'Orbinto API',
    server: base,
    serverVariable: 'ORBINTO_SERVER',
    secretVariable,
    document: 'https://developers.orbinto.com/openapi.yaml',
    file: `orbinto-calls${format.extension}`,
  });
}
