/** The chunk behind “Export” in the history: what prints calls in a row. */
export { ExportCalls } from './ExportCalls.tsx';
