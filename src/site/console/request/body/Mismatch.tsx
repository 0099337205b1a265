import type { JsonNode } from '../../../../json-text/tree.ts';

interface MismatchProps {
  node: JsonNode;
  label: string;
  onReplace: () => void;
}

/** The JSON holds another kind of value than the schema names: it is kept, and the reader may replace it. */
export function Mismatch({ node, label, onReplace }: MismatchProps) {
  return (
    <p class="ob-field-hint">
      The JSON has {node.type === 'null' ? 'null' : `${/^[ao]/.test(node.type) ? 'an' : 'a'} ${node.type}`} here.{' '}
      <button type="button" class="ob-link" aria-label={`Start ${label} anew`} onClick={onReplace}>
        Start anew
      </button>
    </p>
  );
}
