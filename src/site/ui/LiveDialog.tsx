import { useEffect, useRef } from 'preact/hooks';
import type { SecretText } from '../../generators/samples/request.ts';

interface LiveDialogProps {
  method: string;
  url: SecretText;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a call that may change real data. Closing it in any way but the one button sends nothing. */
export function LiveDialog({ method, url, onConfirm, onClose }: LiveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const confirm = () => {
    dialog.current?.close();
    onConfirm();
  };
  return (
    <dialog class="ob-dialog" ref={dialog} aria-labelledby="ob-live-title" onClose={onClose}>
      <h2 id="ob-live-title">Send this to your live workspace?</h2>
      <p>
        <code>
          {method} {url}
        </code>
      </p>
      <p>This call may change or delete real data. There is no undo.</p>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="ob-button" data-tone="error" onClick={confirm}>
          Send to live
        </button>
      </p>
    </dialog>
  );
}
