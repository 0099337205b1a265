import { infoOf } from './answer.ts';
import type { ReadAnswer, ResponseInfo } from './answer.ts';

/** The promise of an answer. It is under way from the beginning, awaited or not. */
export class Call<T> extends Promise<T> {
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #answer: Promise<ReadAnswer>;

  /** @param answer what it stands for */
  constructor(answer: Promise<ReadAnswer>) {
    super(() => {});
    this.#answer = answer;
  }

  // Everything else that a promise has leads here.
  override then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ body }) => body as T).then(fulfilled, rejected);
  }

  /** The data, and the status and headers that it came with. */
  async withResponse(): Promise<{ data: T; response: ResponseInfo }> {
    const answer = await this.#answer;
    return { data: answer.body as T, response: infoOf(answer) };
  }
}
