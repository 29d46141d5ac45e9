import type { ReactNode } from 'react';

/** Drawn on a grid of 20; they stand next to words and say nothing by themselves. */
const icon = (paths: string): ReactNode => (
  <svg
    className="icon"
    viewBox="0 0 20 20"
    width="18"
    height="18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={paths} />
  </svg>
);

export const icons = {
  inbox: icon('M3 11h4l1.5 2.5h3L13 11h4M3 11l2.2-6.4A1 1 0 0 1 6.1 4h7.8a1 1 0 0 1 .9.6L17 11v4a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-4Z'),
  model: icon(
    'M10 3c2.6 3.4 2.6 8 0 11.4C7.4 11 7.4 6.4 10 3ZM3 9c4 0 6.400 2 7 6-4 0-6.400-2-7-6Zm14 0c-4 0-6.400 2-7 6 4 0 6.400-2 7-6Z',
  ),
  list: icon('M7 5h10M7 10h10M7 15h10M3.500 5h.01M3.500 10h.01M3.500 15h.01'),
  flag: icon('M5 17V3.500M5 4c3-1.500 5 1.500 8 .2.800-.3 1.500-.4 2-.2v7.200c-3 1.300-5-1.700-8-.4L5 11'),
  calendar: icon('M4 5.500h12a1 1 0 0 1 1 1V15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6.500a1 1 0 0 1 1-1ZM3 9h14M7 3.500v3M13 3.500v3'),
  paper: icon('M6 3h5.500L15 6.500V16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM11.500 3v3.500H15M7.500 10h5M7.500 13h5'),
  chart: icon('M4 16.500h12M5.500 16.500V11h2.500v5.500M9 16.500V4h2.500v12.500M12.500 16.500V8H15v8.500'),
  star: icon('M10 3l2.1 4.400 4.900.6-3.600 3.300.9 4.800-4.300-2.400-4.300 2.400.9-4.800L3 8l4.900-.6L10 3Z'),
  tree: icon('M10 3v4M10 7H5v3M10 7h5v3M3.500 10h3v3h-3zM13.500 10h3v3h-3zM8.500 13h3v3h-3zM10 7v6'),
  people: icon(
    'M7.500 9.500a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600ZM2.500 16c.3-2.600 2.300-4 5-4s4.700 1.400 5 4M13 4.300a2.600 2.600 0 0 1 0 5M14.500 12.300c1.700.4 2.800 1.700 3 3.700',
  ),
  key: icon('M12.500 9.500a3.200 3.200 0 1 0-2.900-1.900L4 13.200V16h2.800v-2h2v-2l1.700-1.700c.6.3 1.300.400 2 .200'),
  shield: icon('M10 3l5.500 2v4.500c0 3.300-2.200 5.900-5.500 7.500-3.300-1.600-5.500-4.200-5.500-7.500V5L10 3Z'),
  clock: icon('M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.500 2'),
  search: icon('M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11ZM13 13l4 4'),
  menu: icon('M3 5.500h14M3 10h14M3 14.500h14'),
  plus: icon('M10 4v12M4 10h12'),
  close: icon('M5 5l10 10M15 5L5 15'),
  check: icon('M4 10.500l4 4 8-9'),
  warn: icon('M10 3.500l7 12.500H3L10 3.500ZM10 8v3.500M10 13.800v.01'),
  info: icon('M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.500V13M10 6.800v.01'),
  user: icon('M10 10a3.200 3.200 0 1 0 0-6.400A3.200 3.200 0 0 0 10 10ZM4 16.500c.4-2.900 2.800-4.300 6-4.300s5.600 1.400 6 4.300'),
  file: icon('M6 3h5.500L15 6.500V16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM11.500 3v3.500H15'),
  arrow: icon('M7.500 4.500L13 10l-5.500 5.500'),
  print: icon('M6 7V3h8v4M6 14H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2M6 11.500h8V17H6z'),
};

export type IconName = keyof typeof icons;
