import { languages } from '../../generators/samples/languages.ts';
import { liveUrl } from '../session/addresses.ts';
import { ColouredCode } from '../ui/ColouredCode.tsx';
import { linesWithEscapes } from '../ui/response/visible-text.ts';
import type { ApiCall } from './acts.ts';
import { callLink } from './links.ts';
import type { Addresses } from './links.ts';
import { useSampleLanguage } from './use-sample-language.ts';

const grammars: Readonly<Record<string, 'shell' | 'javascript'>> = { curl: 'shell', javascript: 'javascript' };

/** The last call that a program could make, in the reader's language. */
export function CallAsCode({ addresses, call }: { addresses: Addresses; call: ApiCall | undefined }) {
  const wanted = useSampleLanguage();
  const language = languages.find(({ id }) => id === wanted) ?? languages[0];
  const href = call && callLink(addresses, call);
  return (
    <div class="pg-code">
      <p class="pg-code-head">
        <span>{call ? call.says : 'The last call, as code'}</span>
        <select data-languages aria-label="Language" value={language?.id ?? ''}>
          {languages.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <pre tabIndex={0} aria-label="The last call as code">
        {call && language ? (
          <ColouredCode
            text={linesWithEscapes(language.print(requestOf(call)))}
            language={grammars[language.id] ?? 'other'}
          />
        ) : (
          <code>Do something on the left: the call stands here.</code>
        )}
      </pre>
      <p class="pg-code-foot">{href !== undefined && <a href={href}>Open it in the reference, filled in</a>}</p>
    </div>
  );
}

function requestOf({ method, path, body }: ApiCall) {
  return {
    method,
    url: `${liveUrl}${path}`,
    headers: [
      ['Authorization', ['Bearer ', { variable: 'ORBINTO_API_KEY' }]],
      ...(body ? [['Content-Type', 'application/json']] : []),
    ] as [string, string][],
    ...(body && { body }),
  };
}
