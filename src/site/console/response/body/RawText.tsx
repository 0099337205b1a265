import { useMemo } from 'preact/hooks';
import { textChunks } from './text-chunks.ts';

/** A text exactly as it was sent. What is out of sight is not laid out, so its length does not matter. */
export function RawText({ text }: { text: string }) {
  const chunks = useMemo(() => textChunks(text), [text]);
  return (
    <pre class="ob-raw" tabIndex={0} aria-label="Response body">
      {chunks.length === 1 ? (
        <bdi>{text}</bdi>
      ) : (
        chunks.map((chunk, index) => (
          <span key={index} class="ob-raw-chunk">
            {chunk}
          </span>
        ))
      )}
    </pre>
  );
}
