import type { LocalDate } from './dates.js';

/**
 * The day by which a deadline is asked: that of the registry’s clock, whatever day a command states. An earlier day counts where a paper shows it;
 * to state one is a right of the board, which the command requires in that case.
 */
export const ruledDay = (stated: LocalDate, today: LocalDate, paper: string | null | undefined): LocalDate =>
  paper === null || paper === undefined ? today : stated;
