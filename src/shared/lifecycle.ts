import type { Bilingual, Term } from './language.js';

/**
 * A lifecycle is a table: named transitions with the states they start from, the state they lead to, a label and what they need.
 * The API lists `actionsOf`, the service executes `check` of the same table, and a test draws it: the three cannot differ.
 */

/** Why an action is not possible now. The catalogue of errors has the sentence for the code. */
export interface Because {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly string[] | Term>>;
}

export type Answer = 'ok' | 'notApplicable' | Because;
export type Need<Facts> = (facts: Facts) => Answer;

export const because = (code: string, params: Because['params'] = {}): Because => ({ code, params });

export interface Transition<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State;
  /** For a button. */
  readonly label: Bilingual;
  readonly needs: readonly Need<Facts>[];
}

export interface Action {
  readonly name: string;
  readonly label: Bilingual;
  readonly allowed: boolean;
  readonly blockedBy: readonly Because[];
}

export interface Lifecycle<State extends string, Facts, Name extends string> {
  readonly name: string;
  readonly transitions: Readonly<Record<Name, Transition<State, Facts>>>;
  /** Every transition of the table that concerns `facts`, with the reasons against it. */
  actionsOf(state: State, facts: Facts): Action[];
  /** The reasons against one transition; empty when it may be done. */
  check(name: Name, state: State, facts: Facts): readonly Because[];
  /** The table as a Mermaid state diagram. */
  draw(): string;
}

/** The reason given when a transition does not start from the present state. */
export const WRONG_STATE = 'LIFECYCLE_WRONG_STATE';
/** The reason given when a transition does not concern these facts, and so is not shown. */
export const NOT_APPLICABLE = 'LIFECYCLE_NOT_APPLICABLE';

export function lifecycle<State extends string, Facts>() {
  return <Name extends string>(
    name: string,
    states: Readonly<Record<State, Bilingual>>,
    transitions: Record<Name, Transition<State, Facts>>,
  ): Lifecycle<State, Facts, Name> => {
    const termOf = (action: Name): Term => ({ value: action, ...transitions[action].label });
    const answers = (action: Name, state: State, facts: Facts): Answer[] => {
      const { from, needs } = transitions[action];
      if (!from.includes(state)) return [because(WRONG_STATE, { action: termOf(action), state: { value: state, ...states[state] } })];
      return needs.map(need => need(facts));
    };
    return {
      name,
      transitions,
      check: (action, state, facts) => {
        const found = answers(action, state, facts);
        return [...reasons(found), ...(found.includes('notApplicable') ? [because(NOT_APPLICABLE, { action: termOf(action) })] : [])];
      },
      actionsOf: (state, facts) =>
        (Object.entries(transitions) as [Name, Transition<State, Facts>][]).flatMap(([action, transition]) => {
          const found = answers(action, state, facts);
          if (found.includes('notApplicable')) return [];
          const blockedBy = reasons(found);
          return [{ name: action, label: transition.label, allowed: blockedBy.length === 0, blockedBy }];
        }),
      draw: () =>
        [
          'stateDiagram-v2',
          ...(Object.entries(transitions) as [Name, Transition<State, Facts>][]).flatMap(([action, t]) =>
            t.from.map(from => `  ${from} --> ${t.to}: ${t.label.vi} (${action})`),
          ),
        ].join('\n'),
    };
  };
}

const reasons = (found: readonly Answer[]): Because[] => found.filter(answer => typeof answer === 'object');
