/** Where a collection's requests go, and with what key. */
export interface CollectionEnvironment {
  /** `sandbox`: in names of files. */
  id: string;
  /** `Development (sandbox)` */
  name: string;
  baseUrl: string;
  /** Empty for the reader to fill in, save for keys that are no secret. */
  apiKey: string;
}
