/** The live API. The in-page sandbox answers the same addresses without leaving the page. */
export const liveUrl = 'https://api.orbinto.com/v1';

/** Where `npm run mock` listens unless told otherwise. */
export const defaultMockUrl = 'http://127.0.0.1:4010/v1';

/** The command that starts the mock, for readers who chose it before starting it. */
export const mockCommand = 'npm run mock';
