import { useEffect, useRef, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../../lazy.ts';
import { copyLater } from '../../ui/copy-later.ts';
import { heldCall } from '../held-call.ts';
import type { RequestInput } from './input/request-input.ts';
import type { useConsole } from '../use-console.ts';
import { sendChunk } from '../use-send.ts';

interface RequestToolsProps {
  operation: BundledOperation;
  console: ReturnType<typeof useConsole>;
  onClose: () => void;
}

const toolsChunk = lazy(() => import('./request-tools.chunk.ts'));

type Tools = NonNullable<typeof toolsChunk.value>;

type DialogName = 'HistoryDialog' | 'PasteDialog';

/** What a reader can do with the whole call: start anew, link to it, paste one, see earlier ones. The code for that is fetched with the first use. */
export function RequestTools({ operation, console, onClose }: RequestToolsProps) {
  const [said, setSaid] = useState('');
  const [Dialog, setDialog] = useState<Tools[DialogName]>();
  const withTools = (use: (tools: Tools) => unknown) =>
    toolsChunk
      .load()
      .then(use)
      .catch(() => setSaid('This could not be loaded. Check your connection.'));
  useEffect(() => {
    const open = () => {
      const held = heldCall();
      if (held === undefined) return;
      console.setRestoring(true);
      void withTools(({ fillIn }) => fillIn(operation, held, console, setSaid)).then(() => console.setRestoring(false));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
  useDraft(operation, console.call);
  const copyLink = () => {
    const { call } = console;
    const copying = copyLater(toolsChunk.load().then(({ addressOf }) => addressOf(operation, call)));
    copying.catch(() => undefined);
    void withTools(({ tellCopied }) => tellCopied(operation, call, copying, setSaid));
  };
  const open = (name: DialogName) => () => void withTools((tools) => setDialog(() => tools[name]));
  return (
    <>
      <p class="ob-form-tools">
        <button type="button" class="ob-link" onClick={console.reset}>
          Reset to example
        </button>
        <button type="button" class="ob-link" onClick={copyLink}>
          Copy link
        </button>
        <button type="button" class="ob-link" onClick={open('PasteDialog')}>
          Paste a request
        </button>
        <button type="button" class="ob-link" onClick={open('HistoryDialog')}>
          History
        </button>
        <button type="button" class="ob-link" aria-label="Close the console" onClick={onClose}>
          Close
        </button>
      </p>
      <p class="ob-field-hint" role="status">
        {said}
      </p>
      {Dialog && <Dialog operation={operation} console={console} onClose={() => setDialog(undefined)} />}
    </>
  );
}

/** Keeps what is filled in for a reader who leaves the page and comes back. */
function useDraft(operation: BundledOperation, call: RequestInput): void {
  const before = useRef(call);
  useEffect(() => {
    if (before.current === call) return;
    before.current = call;
    sendChunk.load().then(
      ({ keepDraft }) => keepDraft(operation, call),
      () => undefined,
    );
  }, [call]);
}
