import { arazzo, fitsArazzo } from './arazzo.ts';
import { withFlow } from './flow.ts';
import { fitsHttpFile, httpFile } from './http-file.ts';
import { nodeTest } from './node-test.ts';
import { pytest } from './pytest.ts';
import type { ExportOptions, FlowingCall, RecordedCall } from './recorded-call.ts';
import { shellScript } from './shell-script.ts';

export interface ExportFormat {
  id: 'curl' | 'http' | 'rest-client' | 'node-test' | 'pytest' | 'arazzo';
  label: string;
  /** Behind the name of the file: `.sh`. */
  extension: string;
  mediaType: string;
  /** Whether an id that an answer told becomes a variable. */
  flows: boolean;
  /** Whether a call can be written so; all can, unless told. */
  fits?: (call: RecordedCall) => boolean;
  print: (calls: FlowingCall[], options: ExportOptions) => string;
}

/** What a row of calls can be printed as, in the order they are offered. */
export const exportFormats: ExportFormat[] = [
  { id: 'curl', label: 'curl', extension: '.sh', mediaType: 'text/x-sh', flows: false, print: shellScript },
  {
    id: 'http',
    label: '.http (JetBrains, httpyac)',
    extension: '.http',
    mediaType: 'text/plain',
    flows: true,
    fits: fitsHttpFile,
    print: (calls, options) => httpFile(calls, options, 'scripts'),
  },
  {
    id: 'rest-client',
    label: '.http (VS Code REST Client)',
    extension: '.http',
    mediaType: 'text/plain',
    flows: true,
    fits: fitsHttpFile,
    print: (calls, options) => httpFile(calls, options, 'rest-client'),
  },
  {
    id: 'node-test',
    label: 'node:test',
    extension: '.test.mjs',
    mediaType: 'text/javascript',
    flows: true,
    print: nodeTest,
  },
  { id: 'pytest', label: 'pytest', extension: '_test.py', mediaType: 'text/x-python', flows: true, print: pytest },
  {
    id: 'arazzo',
    label: 'Arazzo',
    extension: '.arazzo.json',
    mediaType: 'application/json',
    flows: true,
    fits: fitsArazzo,
    print: arazzo,
  },
];

export interface Exported {
  text: string;
  /** Calls that the format cannot tell. */
  leftOut: number;
}

/** Prints calls, the earliest first, in a format. */
export function exportCalls(calls: RecordedCall[], format: ExportFormat, options: ExportOptions): Exported {
  const { fits = () => true, flows, print } = format;
  const fitting = calls.filter(fits).map((call) => (flows ? call : { ...call, answer: undefined }));
  // It stands in the code of every language.
  const server = options.server.replace(/[^\w:/.~%-]/g, encodeURIComponent);
  return {
    text: print(withFlow(fitting, options.server), { ...options, server }),
    leftOut: calls.length - fitting.length,
  };
}
