import { createContext } from 'react';

/** In a window: whether something was typed in it that closing would lose. A form says so. */
export const UnsavedContext = createContext<((isChanged: boolean) => void) | undefined>(undefined);
