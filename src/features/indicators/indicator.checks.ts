import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven } from '../../shared/writing.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';

const NO_COMMAND = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu, hoặc đính chính số liệu theo giấy (correctFigure).',
  en: 'No command makes this. Compare with a backup, or correct the figure by its paper (correctFigure).',
};

const readings = invariant('indicators.readingsHaveTheDigitsOfTheirText', {
  broken: `select f.raw, f.reading::text as reading from figure f
            where regexp_replace(regexp_replace(f.raw, '\\D', '', 'g'), '^0+(?=\\d)', '')
               <> regexp_replace(replace(f.reading::text, '.', ''), '^0+(?=\\d)', '') order by f.id`,
  describe: {
    params: { raw: asGiven, reading: asGiven },
    vi: 'Số liệu “{raw}” được đọc là {reading}, không cùng các chữ số',
    en: 'The figure “{raw}” is read as {reading}, which has other digits',
  },
  remedy: NO_COMMAND,
});

const definitions = invariant('indicators.definitionsWithoutGap', {
  broken: `select i.code from indicator i
            where (select count(*) from indicator_definition d where d.indicator_id = i.id and upper_inf(d.validity)) <> 1
               or exists (select from indicator_definition d where d.indicator_id = i.id and not upper_inf(d.validity)
                     and not exists (select from indicator_definition n where n.indicator_id = i.id and lower(n.validity) = upper(d.validity)))
            order by i.code`,
  describe: {
    params: { code: asGiven },
    vi: 'Chỉ tiêu “{code}” có khoảng thời gian không có định nghĩa',
    en: 'The indicator “{code}” has days without a definition',
  },
  remedy: {
    vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu.',
    en: 'No command makes this. Compare with a backup.',
  },
});

const sources = invariant('indicators.sourcesOfTheUnitOfTheirFigures', {
  broken: `select f.raw, s.title from figure f join figure_source s on s.id = f.source_id where s.unit_id <> f.unit_id order by f.id`,
  describe: {
    params: { raw: asGiven, title: asGiven },
    vi: 'Số liệu “{raw}” lấy từ nguồn “{title}” của đơn vị khác',
    en: 'The figure “{raw}” is from the source “{title}” of another unit',
  },
  remedy: NO_COMMAND,
});

const remarks = invariant('indicators.remarksOfTheUnitOfTheirFigures', {
  broken: `select f.raw from figure_remark m join figure f on f.id = m.figure_id where m.unit_id <> f.unit_id order by m.id`,
  describe: {
    params: { raw: asGiven },
    vi: 'Ý kiến về số liệu “{raw}” ghi đơn vị khác với số liệu',
    en: 'A remark on the figure “{raw}” has another unit than the figure',
  },
  remedy: NO_COMMAND,
});

/** Figures need their unit on one day of their period. */
export const datedFigures: readonly DatedRecords[] = [
  {
    name: 'indicators.figuresInTheLifeOfTheirUnit',
    label: { vi: 'số liệu', en: 'figures' },
    rows: `select unit_id, period as days, raw as record from figure`,
  },
];

export const indicatorChecks: readonly InvariantCheck[] = [readings, definitions, sources, remarks, ...datedFigures.map(unitLifeCheck)];
