import type { TestRegistry } from '../support/test-registry.js';
import { ninePeople, type SignInName } from './nine-people.js';

/** What of the year later scenes refer to, by the ids that the registry has given. */
export interface Year {
  readonly registry: () => TestRegistry;
  readonly story: ReturnType<typeof ninePeople>;
  readonly accounts: Record<SignInName, string>;
  /** By their full names. */
  readonly units: Record<string, string>;
  /** Of the directory, by their names. */
  readonly people: Record<string, string>;
  /** The members of the council, by the names of their people. */
  readonly members: Record<string, string>;
  /** Of the communes, by their names. */
  readonly models: Record<string, string>;
  /** Everything of which the year has one, by what it is. */
  readonly the: Record<
    'movement' | 'round' | 'council' | 'criteria' | 'appraisal' | 'session' | 'decision' | 'commendation' | 'certificateCode' | 'review',
    string
  >;
  /** The version of a thing that its next command states. */
  versionOf(by: SignInName, type: 'model' | 'appraisalRound' | 'councilSession' | 'proposal' | 'commendation', id: string): Promise<number>;
}

export const MODEL_ROWS = 'rows { model { state holder { fullName } } userErrors { code message } }';

export function newYear(registry: () => TestRegistry): Year {
  const story = ninePeople(registry);
  return {
    registry,
    story,
    accounts: {} as Year['accounts'],
    units: {},
    people: {},
    members: {},
    models: {},
    the: {} as Year['the'],
    versionOf: async (by, type, id) => {
      const version = type === 'appraisalRound' ? 'revision' : 'version';
      const { [type]: thing } = await story.reads(by, `query ($id: ID!) { ${type}(id: $id) { ${version} } }`, { id });
      return thing[version];
    },
  };
}
