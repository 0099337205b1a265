/** A mock that cannot start; the message is one line that says why. */
export class MockError extends Error {
  override readonly name = 'MockError';
}
