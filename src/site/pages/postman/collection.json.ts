import { postmanCollection } from '../../../generators/postman.ts';
import { jsonFile } from '../../files.ts';
import { apiDocument, operationAddress } from '../../spec.ts';

/** Every operation as a Postman request. */
export const GET = ({ site }: { site: URL | undefined }) =>
  jsonFile(
    postmanCollection(apiDocument, { documentation: (operation) => new URL(operationAddress(operation), site).href }),
  );
