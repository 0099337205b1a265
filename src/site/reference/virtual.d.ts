declare module 'virtual:reference' {
  export const document: import('../../openapi/document.ts').OpenApiDocument;
  export const options: import('./options.ts').ResolvedOptions;
}

declare module 'virtual:reference/console' {
  const Console: ((props: Record<string, never>) => unknown) | undefined;
  export default Console;
}
