import { useEffect, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../../lazy.ts';
import { copyLater } from '../../ui/copy-later.ts';
import { isLink } from '../placeholder.ts';
import type { PastCall } from '../history/history.ts';
import type { useConsole } from '../use-console.ts';

interface RequestToolsProps {
  operation: BundledOperation;
  console: ReturnType<typeof useConsole>;
}

const toolsChunk = lazy(() => import('./request-tools.chunk.ts'));

type Tools = NonNullable<typeof toolsChunk.value>;

/** What a reader can do with the whole call: start anew, link to it, see earlier ones. The code for that is fetched with the first use. */
export function RequestTools({ operation, console }: RequestToolsProps) {
  const [said, setSaid] = useState('');
  const [HistoryDialog, setHistoryDialog] = useState<Tools['HistoryDialog']>();
  const withTools = (use: (tools: Tools) => unknown) =>
    toolsChunk
      .load()
      .then(use)
      .catch(() => setSaid('This could not be loaded. Check your connection.'));
  useEffect(() => {
    const open = () => {
      if (!isLink()) return;
      console.setRestoring(true);
      void withTools(({ openLink }) => openLink(operation, console, setSaid)).then(() => console.setRestoring(false));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
  const copyLink = () => {
    const link = toolsChunk.load().then(({ callLink }) => callLink(operation, console.call));
    const copying = copyLater(link.then(({ address }) => address ?? Promise.reject(new Error('no address')))).then(
      () => true,
      () => false,
    );
    void withTools(async ({ tellCopied }) => tellCopied(await link, await copying, setSaid));
  };
  const run = (past: PastCall) => void withTools(({ runAgain }) => runAgain(operation, console, past));
  return (
    <>
      <p class="ob-form-tools">
        <button type="button" class="ob-link" onClick={console.reset}>
          Reset to example
        </button>
        <button type="button" class="ob-link" onClick={copyLink}>
          Copy link
        </button>
        <button
          type="button"
          class="ob-link"
          onClick={() => void withTools((tools) => setHistoryDialog(() => tools.HistoryDialog))}
        >
          History
        </button>
      </p>
      <p class="ob-field-hint" role="status">
        {said}
      </p>
      {HistoryDialog && <HistoryDialog onRun={run} onClose={() => setHistoryDialog(undefined)} />}
    </>
  );
}
