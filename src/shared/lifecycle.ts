import type { Bilingual, NamedValue } from './language.js';

/**
 * A lifecycle is a table of named transitions, each with the states it starts from, the state it leads to, a label and its preconditions
 * (`needs`). The API lists `actionsOf`, services call `check`, and docs/lifecycles is drawn from the same table: the three cannot differ.
 */

/** A reason why an action is not possible now. Its sentence is in the catalogue of errors, under the code. */
export interface BlockReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly string[] | NamedValue>>;
}

/** One reason, or several that a person removes one by one, e.g. the items that a form lacks. */
export type NeedResult = 'ok' | 'notApplicable' | BlockReason | readonly BlockReason[];
export type Need<Facts> = (facts: Facts) => NeedResult;

export const blockReason = (code: string, params: BlockReason['params'] = {}): BlockReason => ({ code, params });

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
  readonly blockedBy: readonly BlockReason[];
}

export interface Lifecycle<State extends string, Facts, Name extends string> {
  readonly name: string;
  readonly transitions: Readonly<Record<Name, Transition<State, Facts>>>;
  /** Every transition of the table that is applicable to `facts`, with the reasons that block it. */
  actionsOf(state: State, facts: Facts): Action[];
  /** The reasons that block one transition; empty when it is allowed. */
  check(name: Name, state: State, facts: Facts): readonly BlockReason[];
  /** The table as a Mermaid state diagram. */
  draw(): string;
}

/** The reason when a transition does not start from the present state. */
export const WRONG_STATE = 'LIFECYCLE_WRONG_STATE';
/** The reason when a transition is not applicable to these facts, and so not listed. */
export const NOT_APPLICABLE = 'LIFECYCLE_NOT_APPLICABLE';

export function lifecycle<State extends string, Facts>() {
  return <Name extends string>(
    name: string,
    states: Readonly<Record<State, Bilingual>>,
    transitions: Record<Name, Transition<State, Facts>>,
  ): Lifecycle<State, Facts, Name> => {
    const named = (action: Name): NamedValue => ({ value: action, ...transitions[action].label });
    const results = (action: Name, state: State, facts: Facts): NeedResult[] => {
      const { from, needs } = transitions[action];
      if (!from.includes(state)) return [blockReason(WRONG_STATE, { action: named(action), state: { value: state, ...states[state] } })];
      return needs.map(need => need(facts));
    };
    return {
      name,
      transitions,
      check: (action, state, facts) => {
        const found = results(action, state, facts);
        return [...reasons(found), ...(found.includes('notApplicable') ? [blockReason(NOT_APPLICABLE, { action: named(action) })] : [])];
      },
      actionsOf: (state, facts) =>
        (Object.entries(transitions) as [Name, Transition<State, Facts>][]).flatMap(([action, transition]) => {
          const found = results(action, state, facts);
          if (found.includes('notApplicable')) return [];
          const blockedBy = reasons(found);
          return [{ name: action, label: transition.label, allowed: blockedBy.length === 0, blockedBy }];
        }),
      draw: () =>
        [
          'stateDiagram-v2',
          ...(Object.entries(transitions) as [Name, Transition<State, Facts>][]).flatMap(([action, { from: origins, to, label }]) =>
            origins.map(from => `  ${from} --> ${to}: ${label.vi} (${action})`),
          ),
        ].join('\n'),
    };
  };
}

const reasons = (found: readonly NeedResult[]): BlockReason[] => found.flatMap(answer => (typeof answer === 'object' ? answer : []));
