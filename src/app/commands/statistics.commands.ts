import { EventCounter } from '../../insight/statistics/kept/event-counter.js';
import { inEach } from '../../shared/language.js';
import { withRegistry, type Command } from './command.js';

export const statisticsRecount: Command = {
  name: 'statistics recount',
  usage: inEach('statistics recount'),
  summary: {
    vi: 'Đếm lại từ đầu những số liệu giữ sẵn cho thống kê hôm nay',
    en: 'Counts anew what is kept for statistics of today',
  },
  run({ settings }) {
    return withRegistry(settings, async ({ app }) => {
      await app.get(EventCounter).recount();
      return { output: { vi: 'Đã đếm lại.', en: 'Everything was counted anew.' } };
    });
  },
};
