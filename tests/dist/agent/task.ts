import type { Person } from './person.ts';
import type { SiteReader } from './site-reader.ts';

/** Something that a person has a program do that does not know the API. */
export interface AgentTask {
  readonly name: string;
  /**
   * Reads what it takes, and does it: addresses, headers, fields and codes come from what was read.
   * @throws where the person does not find it done
   */
  readonly perform: (reader: SiteReader, person: Person) => Promise<void>;
}
