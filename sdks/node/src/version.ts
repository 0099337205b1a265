/** Of this library; `package.json` says the same. */
export const VERSION = '1.2.0';
