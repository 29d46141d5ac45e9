import { sql } from '../../platform/database/sql.js';
import { declareWaitingRows } from '../models/waiting/waiting-rows.statements.js';
import { Figure } from './figure.graphql.js';
import { indicatorTerms } from './indicator.terms.js';

/** Figures with a remark to follow up wait for those who report figures there. Called where the module is loaded, before the schema is made. */
export const declareWaitingFigures = (): void =>
  declareWaitingRows({
    step: 'followUpFigure',
    label: { vi: 'Xem lại số liệu theo ý kiến', en: 'Follow up the remark' },
    term: indicatorTerms['WaitingStepName.FOLLOW_UP_FIGURE'],
    action: 'figure.report',
    thing: { name: 'Figure', type: Figure },
    table: sql`figure_remark`,
    id: sql`figure_id`,
    at: sql`unit_id`,
    since: sql`said_on`,
    where: day => sql`x.follow_up and x.settled_on is null and x.said_on <= ${day}`,
  });
