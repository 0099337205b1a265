import { lazy } from '../lazy.ts';

const form = document.querySelector<HTMLElement>('[data-support-form]');
const text = form?.querySelector('textarea');
const note = form?.querySelector<HTMLElement>('[role="status"]');
const help = form?.querySelector<HTMLElement>('[data-help]');
const chunk = lazy(() => import('./support-form.chunk.ts'));

if (form && text && note && help) {
  const parts = { text, note, help };
  form.hidden = false;
  form.addEventListener('pointerover', chunk.preload, { once: true });
  form.addEventListener('click', ({ target }) => {
    const action = target instanceof Element ? target.closest('button')?.dataset['action'] : undefined;
    if (action === undefined) return;
    chunk.load().then(
      (does) => {
        if (action === 'take') void does.takeLastFailure(parts);
        else if (action === 'mail') does.openMail(parts);
        else void does.copyMail(parts);
      },
      () => (note.textContent = 'This could not be loaded. Try again.'),
    );
  });
}
