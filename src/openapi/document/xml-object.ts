import type { Extensions } from './extensions.ts';

/** How a value stands in XML; `nodeType` is 3.2's word for the two switches. */
export interface XmlObject extends Extensions {
  name?: string;
  namespace?: string;
  prefix?: string;
  attribute?: boolean;
  wrapped?: boolean;
  nodeType?: string;
}
