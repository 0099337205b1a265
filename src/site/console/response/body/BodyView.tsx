import { useMemo, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../../request/input/request-input.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import type { ContractCheck } from '../contract/check-response.ts';
import { formatSize } from '../../../ui/response/measures.ts';
import { BodyTools } from './BodyTools.tsx';
import type { BodyLook } from './BodyTools.tsx';
import { linkFinder } from './id-links.ts';
import { ImageView } from './ImageView.tsx';
import { JsonTree } from './JsonTree.tsx';
import { bodyTree } from './body-tree.ts';
import { violationsByNode } from './violations-by-node.ts';
import { RawText } from './RawText.tsx';
import { useTreeView } from './use-tree-view.ts';

export interface BodyViewProps {
  operation: BundledOperation;
  call: RequestInput;
  response: ApiResponse;
  check: ContractCheck | undefined;
}

/** The look that the reader chose last, kept while the page is open. */
let preferred: BodyLook = 'pretty';

/** The body: JSON as a tree or as it was sent, other text as text, an image as one, anything else as a file. */
export function BodyView({ operation, call, response, check }: BodyViewProps) {
  const { mediaType, size, text } = response;
  const [look, setLook] = useState(preferred);
  const tree = useMemo(() => bodyTree(response), [response]);
  const linkOf = useMemo(() => linkFinder(operation, call, text ?? ''), [operation, call, text]);
  const marks = useMemo(() => violationsByNode(tree, check), [tree, check]);
  const view = useTreeView(tree, marks);
  if (size === 0) return <p class="ob-response-empty">The answer has no body.</p>;
  const choose = (chosen: BodyLook) => {
    preferred = chosen;
    setLook(chosen);
  };
  return (
    <div class="ob-response-body">
      <BodyTools operation={operation} response={response} look={tree && look} onLook={choose} />
      {tree && view && look === 'pretty' ? (
        <JsonTree text={text ?? ''} root={tree} view={view} linkOf={linkOf} marks={marks} />
      ) : text !== undefined ? (
        <RawText text={text} />
      ) : mediaType.startsWith('image/') ? (
        <ImageView response={response} />
      ) : (
        <p class="ob-response-binary">{formatSize(size)} of binary data. Download it to look at it.</p>
      )}
      {text !== undefined && mediaType === 'image/svg+xml' && <ImageView response={response} />}
    </div>
  );
}
