import { useState } from 'preact/hooks';
import type { Session } from '../console/session.ts';

const load = () => import('./open.ts');

/** Opens the panel of the chosen sandbox. The panel is loaded when the button is reached. */
export function SandboxButton({ session }: { session: Session }) {
  const [failed, setFailed] = useState(false);
  const preload = () => void load().catch(() => undefined);
  const open = () =>
    load().then(
      ({ openDrawer }) => openDrawer(session),
      () => setFailed(true),
    );
  return (
    <button type="button" class="ob-link" onPointerEnter={preload} onFocus={preload} onClick={() => void open()}>
      {failed ? 'Not loaded: try again' : 'Sandbox controls'}
    </button>
  );
}
