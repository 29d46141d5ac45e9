import { Indicators } from '#documents/figures';
import { finder } from '../../ui/finder.js';

export const INDICATORS = finder(
  Indicators,
  (text, asOf) => ({ text, asOf }),
  ({ indicators }) => indicators.nodes.map(({ id, code, name, measure }) => ({ id, label: name, hint: `${code} · ${measure}` })),
);
