import { useState } from 'preact/hooks';

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState('');
  const say = (word: string) => {
    setSaid(word);
    setTimeout(() => setSaid(''), 2000);
  };
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say('Copied'),
      () => say('Not allowed'),
    );
  return (
    <button type="button" class="ob-link" onClick={() => void copy()} aria-label={said || label}>
      {said || 'Copy'}
    </button>
  );
}
