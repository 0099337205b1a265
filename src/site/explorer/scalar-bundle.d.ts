/** Scalar as it is published for browsers; its own types need the packages that it is built from. */
declare module '*/@scalar/api-reference/dist/browser/standalone.esm.js' {
  interface ScalarReference {
    updateConfiguration(configuration: object): void;
    destroy(): void;
  }

  /** Shows the reference in an element. */
  export function createApiReference(place: Element, configuration: object): ScalarReference;
}
