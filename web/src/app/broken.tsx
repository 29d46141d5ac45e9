import { Component, type ReactNode } from 'react';
import { WordsContext } from '../texts/texts.context.js';
import { Note } from '../ui/states.js';

interface State {
  readonly broken: boolean;
}

/** A fault of the client is a sentence and a way out, and no white page. After an update the files of an open page are gone: it loads anew. */
export class Broken extends Component<{ readonly children: ReactNode }, State> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const states = this.context?.texts.states;
    return (
      <main className="broken">
        <Note kind="bad" title={states?.broken ?? ''}>
          <p>{states?.brokenText}</p>
          <button type="button" className="link" onClick={() => location.reload()}>
            {states?.reload}
          </button>
        </Note>
      </main>
    );
  }
}
