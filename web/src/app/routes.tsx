import { lazy, type ComponentType, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import addresses from '../api/addresses.json';
import { NotFound } from '../ui/states.js';

/** A page is loaded when it is first opened. */
const page = (load: () => Promise<ComponentType>): ReactNode => {
  const Lazy = lazy(async () => ({ default: await load() }));
  return <Lazy />;
};

const loadWaiting = async (): Promise<ComponentType> => (await import('../features/waiting/waiting.page.js')).WaitingPage;
const waiting = page(loadWaiting);

/** While somebody signs in, the first page after it comes. */
export const prepareFirstPage = (): void => void loadWaiting();

export function Pages(): ReactNode {
  return (
    <Routes>
      <Route path="/" element={waiting} />
      <Route path={`/${addresses.waiting}`} element={waiting} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
