/**
 * A lifecycle is a table: named transitions with the states they start from, the state they lead to, a Vietnamese label and what they need.
 * The API lists `actionsOf`, the service executes `check` of the same table, and a test draws it: the three cannot differ.
 */

/** Why an action is not possible now. The catalogue of errors has the sentence for the code. */
export interface Because {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type NeedResult = 'ok' | 'notApplicable' | Because;
export type Need<Facts> = (facts: Facts) => NeedResult;

export const blockReason = (code: string, params: Because['params'] = {}): Because => ({ code, params });

export interface Transition<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State;
  readonly label: string;
  readonly needs: readonly Need<Facts>[];
}

export interface Action {
  readonly name: string;
  readonly label: string;
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
  return <Name extends string>(name: string, transitions: Record<Name, Transition<State, Facts>>): Lifecycle<State, Facts, Name> => {
    const results = (transition: Transition<State, Facts>, state: State, facts: Facts): NeedResult[] => {
      if (!transition.from.includes(state)) return [blockReason(WRONG_STATE, { action: transition.label, state })];
      return transition.needs.map(need => need(facts));
    };
    return {
      name,
      transitions,
      check: (action, state, facts) => {
        const found = results(transitions[action], state, facts);
        return [
          ...reasons(found),
          ...(found.includes('notApplicable') ? [blockReason(NOT_APPLICABLE, { action: transitions[action].label })] : []),
        ];
      },
      actionsOf: (state, facts) =>
        (Object.entries(transitions) as [Name, Transition<State, Facts>][]).flatMap(([action, transition]) => {
          const found = results(transition, state, facts);
          if (found.includes('notApplicable')) return [];
          const blockedBy = reasons(found);
          return [{ name: action, label: transition.label, allowed: blockedBy.length === 0, blockedBy }];
        }),
      draw: () =>
        [
          'stateDiagram-v2',
          ...(Object.entries(transitions) as [Name, Transition<State, Facts>][]).flatMap(([action, t]) =>
            t.from.map(from => `  ${from} --> ${t.to}: ${t.label} (${action})`),
          ),
        ].join('\n'),
    };
  };
}

const reasons = (found: readonly NeedResult[]): Because[] => found.filter(answer => typeof answer === 'object');
