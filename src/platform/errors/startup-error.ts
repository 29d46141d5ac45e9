/**
 * A trouble that keeps the registry from starting, told to the person at the keyboard: one Vietnamese sentence
 * and the same in English. It is printed without a stack; anything else that escapes is a defect and keeps its stack.
 */
export class StartupError extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${vi}\n${en}`, options);
    this.name = 'StartupError';
  }
}
