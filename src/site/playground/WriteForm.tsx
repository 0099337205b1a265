import { useState } from 'preact/hooks';

interface WriteFormProps {
  label: string;
  button: string;
  placeholder: string;
  disabled?: boolean;
  /** Resolves with whether it was sent. What was not stays in the field. */
  onSend: (text: string) => Promise<boolean>;
}

/** A line to write, and the button that sends it. */
export function WriteForm({ label, button, placeholder, disabled = false, onSend }: WriteFormProps) {
  const [text, setText] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    const sent = text;
    if (sent.trim() === '') return;
    setText('');
    // What was typed meanwhile goes behind what could not be sent.
    void onSend(sent).then((isSent) => isSent || setText((typed) => sent + typed));
  };
  return (
    <form class="pg-write" onSubmit={submit}>
      <input
        type="text"
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        disabled={disabled}
        dir="auto"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="pg-primary" disabled={disabled}>
        {button}
      </button>
    </form>
  );
}
