/** A value of the scalar JSON that has its text already, because many values share parts of theirs. */
export abstract class JsonText {
  abstract readonly text: string;

  /** The value, for other readers than the writer of answers. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
