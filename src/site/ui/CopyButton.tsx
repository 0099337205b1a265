import { useEffect, useRef, useState } from 'preact/hooks';

interface CopyButtonProps {
  /** What is copied; a function is asked when the button is pressed. */
  text: string | (() => string);
  name?: string;
  /** The whole name, for a reader who hears it alone. */
  label: string;
}

/** Copies a text and says so for a moment. */
export function CopyButton({ text, name = 'Copy', label }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (word: string) => {
    setSaid(word);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(''), 2000);
  };
  const copy = async () => navigator.clipboard.writeText(typeof text === 'string' ? text : text());
  return (
    <button
      type="button"
      class="ob-link"
      onClick={() =>
        void copy().then(
          () => say('Copied'),
          () => say('Not allowed'),
        )
      }
      aria-label={said || label}
    >
      {/* Both words hold their place, so that the line does not move. */}
      <span class="ob-copy-word" data-said={said || undefined} data-name={name}>
        {said || name}
      </span>
    </button>
  );
}
