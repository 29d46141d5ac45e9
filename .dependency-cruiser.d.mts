/** For tests that go by the same table of chapters. */
export declare const CHAPTERS: Readonly<Record<string, readonly string[]>>;
