import { h, render } from 'preact';
import { LiveDialog } from './LiveDialog.tsx';

/** Asks before a call to live that may change data. Resolves with whether the reader wants it sent. */
export function confirmLive({ method, url }: Request): Promise<boolean> {
  const host = document.body.appendChild(document.createElement('div'));
  return new Promise((resolve) => {
    const close = (confirmed: boolean) => {
      resolve(confirmed);
      render(null, host);
      host.remove();
    };
    render(h(LiveDialog, { method, url, onConfirm: () => close(true), onClose: () => close(false) }), host);
  });
}
