import { apiAnswer } from '../../../sandbox/mcp/api-answer.ts';
import { ToolError } from '../../../sandbox/mcp/tool.ts';
import type { ToolResult } from '../../../sandbox/mcp/tool.ts';
import { browserStorage, list } from '../../console/history/history.ts';
import type { PastCall } from '../../console/history/history.ts';
import { responseTo } from '../../console/history/kept-responses.ts';
import { noteAct } from '../acts.ts';
import { askForSend, showNotice } from '../notice.ts';
import { isHere, operationCalled } from '../known-operations.ts';
import { heldBackBecause, openConsole } from '../page-console.ts';
import type { OpenConsole } from '../page-console.ts';
import type { PageTool } from '../page-tool.ts';
import { waitFor } from '../wait.ts';

/** Milliseconds that an answer may take, and that a reader may think. */
const PATIENCE = { answer: 60_000, reader: 300_000 };

/** What the reader is told that answers, by environment. */
const SOURCES: Readonly<Record<string, string>> = {
  sandbox: 'the sandbox',
  mock: 'the local mock',
  hosted: 'the hosted sandbox',
  live: 'the live API',
};

/** Presses Send where the sandbox in the page answers; waits for the reader to press it where anything else does. */
export const sendRequest: PageTool['call'] = async ({ operationId }, signal) => {
  const known = await operationCalled(String(operationId));
  if (!isHere(known)) throw new ToolError(`${known.operation.operationId} is not open: fill_console opens it.`);
  const console = await waitFor(openConsole, 5_000, signal);
  if (!console) throw new ToolError('No console is open on this page: fill_console opens it.');
  const before = new Set(list(browserStorage()).map(({ id }) => id));
  const isNew = ({ id, operationId: of }: PastCall) => of === known.operation.operationId && !before.has(id);
  const sent = () => list(browserStorage()).find(isNew);
  const call = await (isSandbox(console) ? press(console, sent, signal) : ask(console, sent, signal));
  const { method, path, environment, requestId, result } = call;
  const source = SOURCES[environment] ?? environment;
  const isUndoable = environment === 'sandbox' && method !== 'GET' && requestId !== undefined;
  noteAct(`Sent ${method} ${path} to ${source}: ${result}`, isUndoable ? { kind: 'request', requestId } : undefined);
  showNotice();
  return resultOf(call, source);
};

const isSandbox = ({ environment }: OpenConsole): boolean => environment === 'sandbox';

type Look = () => PastCall | undefined;

async function press({ send }: OpenConsole, sent: Look, signal: AbortSignal): Promise<PastCall> {
  send.click();
  const came = await waitFor(() => sent() ?? (heldBackBecause() || undefined), PATIENCE.answer, signal);
  if (typeof came === 'object') return came;
  if (came !== undefined) throw new ToolError(`The console has held the call back. ${came}`);
  throw new ToolError('No answer has come. The user sees what the console says.');
}

/** Nothing but a press of the reader sends it. */
async function ask({ environment }: OpenConsole, sent: Look, signal: AbortSignal): Promise<PastCall> {
  const source = SOURCES[environment] ?? environment;
  const end = askForSend(source);
  const call = await waitFor(sent, PATIENCE.reader, signal);
  end();
  if (!call) throw new ToolError(`The user has not sent the call to ${source}. Nothing was sent.`);
  return call;
}

function resultOf({ id, result }: PastCall, source: string): ToolResult | Promise<ToolResult> {
  const response = responseTo(id);
  if (!response) return { text: `${source} has not answered: ${result}.`, isError: true };
  const { status, headers, text } = response;
  const body = status === 204 || status === 304 ? null : text;
  return apiAnswer(new Response(body, { status, headers }), source);
}
