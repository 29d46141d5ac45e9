import { lazy, type ComponentType, type ReactNode } from 'react';
import { allWords } from '../texts/language.js';
import { WordsContext } from '../texts/texts.context.js';

/** A page is loaded when it is first opened, and the words that the first page does without along with it. */
export function pageWithWords(load: () => Promise<ComponentType>): ReactNode {
  const Lazy = lazy(async () => {
    const [Component, words] = await Promise.all([load(), allWords()]);
    const page = (): ReactNode => (
      <WordsContext value={words}>
        <Component />
      </WordsContext>
    );
    return { default: page };
  });
  return <Lazy />;
}
