import type { Texts } from '../vi/texts.js';

export const overview: Texts['overview'] = {
  title: 'Overview',
  allYears: 'All years',
  inPeriod: period => (typeof period === 'number' ? String(period) : ''),
  year: 'Year',
  basis: 'By the units',
  before: count => `The year before: ${count}`,
  total: 'Total',
  nothing: 'There is nothing in the period shown.',
  elsewhere: count => `${count} of the models were not under this unit at that time, and are not in the table.`,
  unit: 'Unit',
  sector: 'Sector',
  level: 'Level',
  subjectKind: 'Subject',
  byUnit: 'By the units directly below',
  bySector: 'By sector',
  byLevel: 'By level of recognition',
  bySubjectKind: 'By subject',
  ofResults: 'results:',
  unclear: 'Year of registration not known',
  toKnow: 'To know when reading these tables',
  seeUnit: 'See the unit',
  targets: 'Assigned targets',
  round: 'Round',
  target: 'Target',
  registered: 'Registered',
  reached: 'Result',
  isReached: 'reached',
  isNotReached: 'not reached',
};

export const counted: Texts['counted'] = {
  title: 'The rows of a number',
  leave: 'See the whole list',
};
