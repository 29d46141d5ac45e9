const pad = (number: number | string): string => String(number).padStart(2, '0');

/** `2026-11-29` as 29/11/2026. */
export function dayText(day: string | null | undefined): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  return year ? `${date}/${month}/${year}` : '';
}

/** A day that a source may leave open: 2025, 11/2025, 29/11/2025, from … to …, or ≤ 29/11/2025: on that day at the latest. */
export function partialText(date: string | null | undefined): string {
  if (!date) return '';
  if (date.startsWith('..')) return `≤ ${partialText(date.slice(2))}`;
  if (date.includes('..')) return date.split('..').map(partialText).join(' – ');
  const [year, month, day] = date.split('-');
  return [day, month, year].filter(Boolean).join('/');
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** A moment as 14:05 29/11/2026, in Việt Nam wherever the reader is. */
export function momentText(moment: string | null | undefined): string {
  if (!moment) return '';
  const parts = Object.fromEntries(clock.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`;
}

export const todayInVietnam = (): string => {
  const parts = Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
};

const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const longYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** A day as people type it: 29/11/2026, 29-11-26, 29.11.2026, 29 11 2026, 29112026, 2026-11-29. @returns `undefined` for what is no day. */
export function dayFrom(typed: string): string | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const usual = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : usual
      ? [longYear(usual[3]!), Number(usual[2]), Number(usual[1])]
      : [0, 0, 0];
  return year > 0 && exists(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

/** The first and the last day of a day, a month or a year. */
function boundsOf(date: string): readonly [first: string, last: string] {
  const [year, month, day] = date.split('-');
  if (day) return [date, date];
  const lastDay = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return [`${year}-${month ?? '01'}-01`, `${year}-${month ?? '12'}-${lastDay}`];
}

function monthOrDayFrom(text: string): string | undefined {
  const month = /^(\d{1,2})[/\-.](\d{4})$/.exec(text) ?? undefined;
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) return `${month[2]}-${pad(month[1]!)}`;
  return /^\d{4}$/.test(text) ? text : dayFrom(text);
}

/**
 * A day, a month (11/2026), a year (2026), what is between two of them (2025 – 2026), or not later than one (≤ 30/6/2025).
 * @returns `undefined` for what is none.
 */
export function partialFrom(typed: string): string | undefined {
  const text = typed.trim();
  const [from = '', to, ...more] = text.split(/\s*(?:\.\.|–|≤|<=|(?<!\p{L})(?:đến|to)(?!\p{L}))\s*/u);
  if (to === undefined || more.length > 0) return monthOrDayFrom(text);
  const [start, end] = [monthOrDayFrom(from), monthOrDayFrom(to)];
  if (!end || (!start && from !== '')) return undefined;
  return `${start ? boundsOf(start)[0] : ''}..${boundsOf(end)[1]}`;
}

const GROUPED = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** 43.479 in Vietnamese, 43,479 in English. */
export const numberText = (number: number | bigint, language: 'vi' | 'en'): string => GROUPED[language].format(number);

/** A number as the API writes it, `1094.13`, as 1.094,13 in Vietnamese. A fraction stays one. */
export function decimalText(decimal: string | null | undefined, language: 'vi' | 'en'): string {
  const [, sign, whole, places] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal ?? '') ?? [];
  if (whole === undefined) return decimal ?? '';
  return sign + numberText(BigInt(whole), language) + (places === undefined ? '' : `${language === 'vi' ? ',' : '.'}${places}`);
}

const SIGNS = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } };

/**
 * A number as people type it, 8,5 or 8.5 or 1.094,13, as the API writes it. Groups of three are thousands by the sign of the language: 43.479 in
 * Vietnamese is no fraction. What is no number is left for the server to refuse.
 */
export function decimalFrom(typed: string, language: 'vi' | 'en'): string {
  const { group, point } = SIGNS[language];
  const text = typed.replaceAll(/\s/gu, '');
  const [whole = '', places, ...more] = text.split(point);
  const isGrouped = whole.split(group).every((digits, at) => (at === 0 ? /^-?[1-9]\d{0,2}$/ : /^\d{3}$/).test(digits));
  if (!isGrouped || more.length > 0) return text.replace(',', '.');
  return whole.replaceAll(group, '') + (places === undefined ? '' : `.${places}`);
}

/** Digits as people write them (5, 1.000.000 or 1,000,000). @returns `null` for nothing, `NaN` for what is no whole number */
export function wholeFrom(typed: string): number | null {
  const text = typed.replaceAll(/\s/gu, '');
  if (text === '') return null;
  return /^-?(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+)$/.test(text) ? Number(text.replaceAll(/[.,]/g, '')) : NaN;
}

const KILO = 1024;
export function sizeText(bytes: number, language: 'vi' | 'en'): string {
  if (bytes < KILO * KILO) return `${numberText(Math.max(1, Math.round(bytes / KILO)), language)} KB`;
  return `${numberText(Math.round((bytes / KILO / KILO) * 10) / 10, language)} MB`;
}
