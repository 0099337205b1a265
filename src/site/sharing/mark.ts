/** Orbinto's mark for pictures, light on dark, in a box of 32 × 32. */
export const mark = `<g fill="none" stroke="#f2f7f6" stroke-width="3" stroke-linecap="round"><path d="M20.6 6.1A11 11 0 1 0 26.4 12.4"/><path d="M8.2 24.2 6 29"/></g><circle cx="16" cy="16.2" r="3.6" fill="#f2f7f6"/><circle cx="25.2" cy="6.6" r="3" fill="#56d4c0"/>`;
