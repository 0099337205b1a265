import { postmanCollection } from '../../../generators/postman.ts';
import { jsonFile } from '../../file-response.ts';
import { apiDocument, operationAddress } from '../../facts/spec.ts';

/** Every operation as a Postman request. */
export const GET = ({ site }: { site: URL | undefined }) =>
  jsonFile(
    postmanCollection(apiDocument, { documentation: (operation) => new URL(operationAddress(operation), site).href }),
  );
