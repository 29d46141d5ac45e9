/** A value of the scalar JSON that has its text already, because many values share parts of theirs. */
export abstract class JsonText {
  abstract readonly text: string;

  /** The value, for who reads it otherwise than as part of an answer. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
