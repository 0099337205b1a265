import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { shorten, withEscapes } from '../ui/response/visible-text.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { Trouble } from './control-client.ts';

interface TroubleNoticeProps {
  trouble: Trouble;
  /** What the reader may do about it. */
  children?: ComponentChildren;
}

/** Why something was not done; read out and brought into view when it appears. */
export function TroubleNotice({ trouble, children }: TroubleNoticeProps) {
  const { title, explanation, command } = trouble;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [trouble]);
  return (
    <div class="ob-notice" data-tone="error" role="alert" ref={notice}>
      <p>
        <strong>{title}.</strong> {shorten(withEscapes(explanation), 500)}
      </p>
      {command !== undefined && (
        <p class="ob-command">
          <code>{command}</code>
          <CopyButton text={command} label="Copy the command" />
        </p>
      )}
      {children}
    </div>
  );
}
