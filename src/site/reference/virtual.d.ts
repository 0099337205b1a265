declare module 'virtual:reference' {
  export const { source, reference, views }: import('./make-reference.ts').MadeReference;
}

declare module 'virtual:reference/console' {
  const Console: ((props: { method: string; path: string }) => unknown) | undefined;
  export default Console;
}

declare module 'virtual:reference/event-tool' {
  const EventTool: ((props: { event: string }) => unknown) | undefined;
  export default EventTool;
}

declare module 'virtual:starlight/components/MobileMenuFooter' {
  const MobileMenuFooter: (props: Record<string, never>) => unknown;
  export default MobileMenuFooter;
}

declare namespace App {
  interface Locals {
    /** Set by pages of the reference for `Sidebar.astro`. */
    referenceSidebar?: import('../../text/markup.ts').Html;
    /** Set where frames are made once; a page of the reference tells its values. */
    framing?: {
      frames: import('./frame/frame.ts').Frames;
      values: import('./frame/frame.ts').FrameValues | undefined;
    };
  }
}

/** Starlight's: what its configuration says of Pagefind. */
declare module 'virtual:starlight/pagefind-config' {
  export const pagefindUserConfig: { ranking?: Record<string, number> };
}
