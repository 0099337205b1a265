/** In which header a test tells the hosted sandbox what time it is, in milliseconds since the Unix epoch; without it time goes by itself. */
export const NOW = 'Test-Now';

/** In which header it names a space of its own: nothing in it is known in another. */
export const SPACE = 'Test-Space';

/** In which header it tells which origin the request was for. */
export const ORIGIN = 'Test-Origin';
