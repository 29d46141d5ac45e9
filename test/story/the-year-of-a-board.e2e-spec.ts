import { afterAll, beforeAll } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { inSeptember } from './appraisal.scene.js';
import { inNovember } from './commendation.scene.js';
import { inDecember } from './december.scene.js';
import { inJanuary } from './january.scene.js';
import { inFebruary } from './launch.scene.js';
import { fromSpringToSummer } from './registration.scene.js';
import { newYear } from './year.js';

/*
 * One year of a board for mass mobilisation, from the launch of the movement to the revocation of a recognition and of a commendation, in what nine
 * people do in the registry and see there. Read the scenes in this order, each from the top: each step is a sentence, and builds on those before it.
 */

let registry: TestRegistry;
const year = newYear(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
});
afterAll(() => registry.close());

inJanuary(year); // accounts, units and rights
inFebruary(year); // the movement, its criteria and the council
fromSpringToSummer(year); // two communes register, and a model runs
inSeptember(year); // sheets, a vote of the council, the order, the recognition
inNovember(year); // a commendation is proposed, decided, and checked by its code
inDecember(year); // the review is frozen; a recognition and a commendation are revoked
