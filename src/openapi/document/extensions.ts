/** Members that any object of a document may carry besides those of OpenAPI. */
export type Extensions = { [extension: `x-${string}`]: unknown };
