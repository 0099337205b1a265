import { lazy } from '../../lazy.ts';
import type { Session } from '../../session/session.ts';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';

const panelChunk = lazy(() => import('../panel.chunk.ts'));

/** Opens the panel of the chosen sandbox. */
export function SandboxButton({ session }: { session: Session }) {
  return (
    <LazyButton chunk={panelChunk} use={({ openDrawer }) => openDrawer(session)}>
      Sandbox controls
    </LazyButton>
  );
}
