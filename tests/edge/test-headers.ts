/** In which header a test tells the hosted sandbox what time it is, in milliseconds since the Unix epoch. */
export const NOW = 'Test-Now';

/** In which header it tells where the request comes from. */
export const ADDRESS = 'Test-Address';
