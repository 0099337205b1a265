/** Runs a function that the reader wrote: apart from the page, without a network, and not for long. */
import frameUrl from './frame.js?url&no-inline';
import { resultOf } from './function-result.ts';
import type { FunctionRequest, FunctionResult } from './function-result.ts';

/** Milliseconds that it may take. */
export const TIME = 1000;
/** Milliseconds until its frame must be there. */
const START = 10_000;

/** Takes away by what a worker reaches what others of this origin keep and say. Stands on the first line, so that lines count right. */
const closing = `for (const name of ['indexedDB', 'caches', 'BroadcastChannel', 'navigator', 'Worker', 'SharedWorker'])
for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) delete holder[name];`.replaceAll('\n', ' ');

/** Takes the function, hands it the request, and tells what came of it. Stands behind the reader's code, on its last line. */
const runner = `
;onmessage = async ({ data }) => {
  const tell = (message) => postMessage(message);
  try {
    if (typeof receive !== 'function') return tell({ failed: 'Define a function named “receive”.' });
    const result = await receive(data);
    if (result === true || result === false) return tell({ status: result ? 200 : 401 });
    if (Number.isInteger(result) && result >= 200 && result <= 599) return tell({ status: result });
    tell({ failed: 'It returned ' + String(result) + '. Return true, false, or a status from 200 to 599.' });
  } catch (error) {
    tell({ failed: String(error) });
  }
};`;

/** @param code defines `receive`; @returns what it answered; never rejects */
export async function runFunction(code: string, request: FunctionRequest): Promise<FunctionResult> {
  const frame = document.createElement('iframe');
  try {
    await load(frame);
    return await ask(frame, code, request);
  } catch {
    return { kind: 'failed', message: 'Your function could not be run in this browser.' };
  } finally {
    frame.remove();
  }
}

/**
 * A frame whose policy closes every network, to workers in it, too. It has the origin of the page: without one there is no
 * Web Crypto in a worker. What the origin has stored is taken out of the worker's reach before the reader's code runs.
 */
function load(frame: HTMLIFrameElement): Promise<void> {
  const script = new URL(frameUrl, location.href).href;
  const policy = `default-src 'none'; script-src ${script}; worker-src blob:`;
  frame.hidden = true;
  frame.title = 'Runs your function';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script src="${script}"></script>`;
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => finish(() => reject(new Error('The frame did not come.'))), START);
    const finish = (settle: () => void) => {
      clearTimeout(late);
      removeEventListener('message', listen);
      settle();
    };
    const listen = ({ source, data }: MessageEvent) => {
      if (source === frame.contentWindow && data === 'ready') finish(resolve);
    };
    addEventListener('message', listen);
  });
  document.body.append(frame);
  return ready;
}

function ask(frame: HTMLIFrameElement, code: string, request: FunctionRequest): Promise<FunctionResult> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      port1.postMessage('end');
      resolve({ kind: 'silent' });
    }, TIME);
    port1.onmessage = ({ data }: MessageEvent) => {
      clearTimeout(timer);
      port1.close();
      resolve(resultOf(data));
    };
    frame.contentWindow?.postMessage({ source: `${closing} ${code}${runner}`, request }, location.origin, [port2]);
  });
}
