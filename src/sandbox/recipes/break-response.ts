import type { Engine } from '../engine.ts';
import { recipeFigures } from '../generated/policies.ts';
import type { RequestRecipe } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import { ConnectionCut } from '../http/connection-cut.ts';
import type { ApiContext } from '../http/request-context.ts';
import { errorResponse } from '../http/response.ts';
import type { Workspace } from '../records/workspace.ts';

type Clocks = Pick<Engine, 'clocks' | 'pause'>;

/**
 * Lets a response fail on its way, after the request was carried out.
 * @returns what arrives of it
 * @throws ConnectionCut where nothing does
 */
export async function breakResponse(
  recipe: RequestRecipe,
  response: Response,
  { engine, context, workspace }: { engine: Clocks; context: ApiContext; workspace: Workspace },
): Promise<Response> {
  switch (recipe) {
    case 'lost-answer':
      return lose(recipe, context);
    case 'truncated-body':
      return truncate(response, context);
    case 'error-after-work':
      return failed(context);
    case 'slow-headers':
      return late(response, engine);
    case 'clock-skew':
      return skew(response, engine.clocks.now(workspace));
    case 'rate-limit-storm':
    case 'flapping':
      return response;
  }
}

function lose(recipe: RequestRecipe, { client }: ApiContext): never {
  client.cut?.();
  throw new ConnectionCut(recipe);
}

/** Sends the first half of the body, under headers that promise all of it. */
async function truncate(response: Response, context: ApiContext): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return lose('truncated-body', context);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(bytes.length));
  const cut = new ConnectionCut('truncated-body');
  if (!context.client.cut) return new Response(endingIn(cut, half), { status: response.status, headers });
  context.client.cut({ status: response.status, headers, bytes: half });
  throw cut;
}

/** A stream of some bytes that then breaks. They are read first: a stream that breaks forgets what waits in it. */
function endingIn(error: Error, bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isRead = false;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (isRead) return controller.error(error);
        isRead = true;
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
}

function failed(context: ApiContext): Response {
  const response = errorResponse(context, new ApiError('internal_error'));
  return context.request.method === 'HEAD' ? new Response(null, response) : response;
}

async function late(response: Response, { pause }: Clocks): Promise<Response> {
  await pause(recipeFigures.slow_headers_seconds * 1000);
  return response;
}

/** @param now milliseconds since the Unix epoch, by the workspace's clock */
async function skew(response: Response, now: number): Promise<Response> {
  const ahead = recipeFigures.clock_skew_seconds;
  const headers = new Headers(response.headers);
  headers.set('Date', new Date(now + ahead * 1000).toUTCString());
  const reset = headers.get('X-RateLimit-Reset');
  if (reset !== null) headers.set('X-RateLimit-Reset', String(Number(reset) + ahead));
  return new Response((await response.text()) || null, { status: response.status, headers });
}
