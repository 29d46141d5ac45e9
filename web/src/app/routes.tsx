import { lazy, type ComponentType, type ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router';
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

const models = page(async () => (await import('../features/models/models.page.js')).ModelsPage);
const model = page(async () => (await import('../features/models/model.page.js')).ModelPage);
const register = page(async () => (await import('../features/models/register.page.js')).RegisterPage);
const recordPast = page(async () => (await import('../features/models/register.page.js')).RecordPastPage);
const editModel = page(async () => (await import('../features/models/edit.page.js')).EditPage);
const registerAgain = page(async () => (await import('../features/models/edit.page.js')).RegisterAgainPage);

export function Pages(): ReactNode {
  const { pathname } = useLocation();
  return (
    // Another address is another page: nothing typed for one thing goes to the next.
    <Routes key={pathname}>
      <Route path="/" element={waiting} />
      <Route path={`/${addresses.waiting}`} element={waiting} />
      <Route path={`/${addresses.models}`} element={models} />
      <Route path={`/${addresses.models}/moi`} element={register} />
      <Route path={`/${addresses.models}/nhap`} element={recordPast} />
      <Route path={`/${addresses.models}/:id`} element={model} />
      <Route path={`/${addresses.models}/:id/sua`} element={editModel} />
      <Route path={`/${addresses.models}/:id/dang-ky-lai`} element={registerAgain} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
