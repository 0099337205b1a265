import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../session/session.ts';
import { Panel } from './Panel.tsx';

/** Where a console has its own column, the panel stands beside it and leaves it usable. */
const beside = '(min-width: 74rem)';

/** The panel at the edge of the window, opened from a console. */
export function Drawer({ session, onClose }: { session: Session; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (matchMedia(beside).matches) dialog.current?.show();
    else dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      class="ob-drawer"
      ref={dialog}
      aria-labelledby="sandbox-drawer"
      onClose={onClose}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div class="ob-drawer-head">
        <h2 id="sandbox-drawer" tabIndex={-1} autofocus>
          Sandbox
        </h2>
        <button type="button" class="ob-drawer-close" onClick={close}>
          Close
        </button>
      </div>
      <Panel session={session} choosing={false} />
    </dialog>
  );
}
