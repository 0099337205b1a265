import { formatJson } from '../../json-text/format.ts';
import { ColouredCode } from '../ui/ColouredCode.tsx';
import { linesWithEscapes } from '../ui/response/visible-text.ts';

interface HttpMessageProps {
  /** What it is, for a reader who hears it alone. */
  label: string;
  /** `POST /oauth/token`, `HTTP/1.1 200 OK` */
  start: string;
  headers?: readonly (readonly [name: string, value: string])[];
  body?: string | undefined;
}

/** A request or a response as it goes over the wire, JSON indented. Whatever is in it stays text. */
export function HttpMessage({ label, start, headers = [], body = '' }: HttpMessageProps) {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return (
    <pre class="ob-message" tabIndex={0} aria-label={label}>
      {linesWithEscapes(head)}
      {body !== '' && '\n\n'}
      {body !== '' && <ColouredCode text={linesWithEscapes(formatJson(body))} language="json" />}
    </pre>
  );
}
