import { createContext, useContext } from 'react';
import type { MeData } from '#documents/session';

export type Me = NonNullable<MeData['me']>;

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('Nobody is signed in here.');
  return me;
}

/** Whether this person has a right for an action somewhere; where it is, the server says for each thing. */
export function useMay(): (action: string) => boolean {
  const { may } = useMe();
  return action => may.includes(action);
}
