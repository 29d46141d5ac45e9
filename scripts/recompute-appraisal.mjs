// Makes the results of an exported appraisal round again and compares them with those in the file: node scripts/recompute-appraisal.mjs FILE
// It imports nothing of the registry and shares no code with it: its arithmetic is its own, on fractions of whole numbers, after docs/appraisal-format.md.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (n, d = 1n) => {
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
};
const number = text => {
  const [whole, under] = String(text).split('/');
  if (under !== undefined) return fraction(BigInt(whole), BigInt(under));
  const [left, right = ''] = whole.split('.');
  return fraction(BigInt(left + right), 10n ** BigInt(right.length));
};
const ZERO = fraction(0n);
const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const less = (a, b) => add(a, { n: -b.n, d: b.d });
const times = (a, b) => fraction(a.n * b.n, a.d * b.d);
const divided = (a, b) => fraction(a.n * b.d, a.d * b.n);
const order = (a, b) => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
const sumOf = list => list.reduce(add, ZERO);
const smaller = (a, b) => (order(a, b) < 0 ? a : b);
const larger = (a, b) => (order(a, b) > 0 ? a : b);
const floor = ({ n, d }) => (n < 0n && n % d !== 0n ? n / d - 1n : n / d);
const rounded = (a, places) => {
  const scale = fraction(10n ** BigInt(places));
  return divided(fraction(floor(add(times(a, scale), fraction(1n, 2n)))), scale);
};

/** The nodes that sheets score: with a maximum and none below; of a checklist, the leaves. */
function scored({ scoring, criteria }) {
  const below = code => criteria.filter(node => node.parentCode === code);
  const hasMaximum = node => below(node.code).some(child => child.maximum !== null || hasMaximum(child));
  if (scoring === 'GUIDANCE') return [];
  if (scoring === 'CHECKLIST') return criteria.filter(node => node.kind !== 'GROUP' && below(node.code).length === 0);
  return criteria.filter(node => node.maximum !== null && !hasMaximum(node));
}

const mean = list => divided(sumOf(list), fraction(BigInt(list.length)));
const AGGREGATE = {
  SUM: sumOf,
  MEAN: mean,
  TRIMMED_MEAN: list => mean(list.length < 3 ? list : list.toSorted(order).slice(1, -1)),
  MEDIAN: list => {
    const [sorted, half] = [list.toSorted(order), Math.floor(list.length / 2)];
    return list.length % 2 === 1 ? sorted[half] : mean([sorted[half - 1], sorted[half]]);
  },
};

function gradeFor(content, points, { zero, selfAssessed, answers }) {
  const out = content.knockOuts.find(({ kind, code }) => (kind === 'NO_SELF_ASSESSMENT' ? !selfAssessed : answers[code] === true));
  if (out) return { grade: out.gradeCode, knockedOut: true, decide: null };
  const silent = content.knockOuts.some(({ kind, code }) => kind === 'STATED' && answers[code] === undefined);
  const within = ({ lower, upper }) =>
    (lower === null || order(points, number(lower.at)) >= (lower.inclusive ? 0 : 1)) &&
    (upper === null || order(points, number(upper.at)) <= (upper.inclusive ? 0 : -1));
  let found = null;
  for (const grade of content.grades.filter(within)) {
    const held = new Set(grade.conditions.map(({ kind, code }) => (kind === 'NO_CRITERION_SCORED_ZERO' ? !zero : answers[code])));
    if (held.has(false)) continue;
    if (held.has(undefined)) return { grade: null, knockedOut: false, decide: 'NOT_ANSWERED' };
    found = grade;
    break;
  }
  if (!found) return { grade: null, knockedOut: false, decide: 'NO_GRADE_BY_THE_TEXT' };
  const place = code => content.grades.findIndex(grade => grade.code === code);
  const caps = content.caps.filter(({ gradeCode }) => place(gradeCode) > place(found.code));
  if (silent || caps.some(({ code }) => answers[code] === undefined)) return { grade: null, knockedOut: false, decide: 'NOT_ANSWERED' };
  const lowest = caps
    .filter(({ code }) => answers[code])
    .reduce((low, { gradeCode }) => Math.max(low, place(gradeCode)), place(found.code));
  return { grade: content.grades[lowest].code, knockedOut: false, decide: null };
}

const NOTHING = { total: null, grade: null, knockedOut: false, decide: null, aggregates: new Map(), bonus: ZERO, penalty: ZERO };

const either = stated => (stated === 'NOT_STATED' ? [true, false] : [stated === 'YES']);

function scoreEntry(content, rule, entry) {
  const counted = entry.sheets.filter(({ state }) => state === 'SUBMITTED');
  const waits = entry.sheets.some(
    ({ state }) => (state === 'MISSING' && rule.missing === 'WAIT') || (state === 'ABSTAINED' && rule.abstained === 'WAIT'),
  );
  if (content.scoring === 'GUIDANCE') return { ...NOTHING, decide: 'NOT_SCORED' };
  if (waits) return { ...NOTHING, decide: 'SHEETS_AWAITED' };
  if (counted.length === 0) return { ...NOTHING, decide: 'NO_SHEETS' };
  if (content.scoring === 'CHECKLIST') return checklist(content, counted);
  const aggregates = new Map();
  let zero = false;
  for (const { code } of scored(content)) {
    const points = counted.map(sheet => number(sheet.points[code]));
    aggregates.set(code, AGGREGATE[rule.aggregation](points));
    zero ||= content.zeroOf === 'AGGREGATE' ? aggregates.get(code).n === 0n : points.some(({ n }) => n === 0n);
  }
  const sum = sumOf([...aggregates.values()]);
  const many = rule.aggregation === 'SUM' && counted.length > 1;
  const maximum = content.maximum === null ? null : times(number(content.maximum), fraction(BigInt(many ? counted.length : 1)));
  const capped = (adjustment, given) => (adjustment === null ? ZERO : smaller(number(given), number(adjustment.maximum)));
  const [bonus, penalty] = [capped(content.bonus, entry.bonus), capped(content.penalty, entry.penalty)];
  const facts = { zero, selfAssessed: entry.selfAssessed, answers: entry.answers };
  const results = either(content.mayPassMaximum).flatMap(mayPass =>
    either(content.beforeThresholds).map(before => {
      const adjusted = larger(less(add(sum, bonus), penalty), ZERO);
      const total = rounded(mayPass || maximum === null ? adjusted : smaller(adjusted, maximum), content.rounding);
      return { total, ...gradeFor(content, before ? total : rounded(sum, content.rounding), facts) };
    }),
  );
  const [first] = results;
  const sameTotal = results.every(({ total }) => order(total, first.total) === 0);
  const agree = sameTotal && results.every(({ grade, decide }) => grade === first.grade && decide === first.decide);
  const common = { aggregates, bonus, penalty, total: sameTotal ? first.total : null, knockedOut: results.some(one => one.knockedOut) };
  if (many && content.grades.length > 0) return { ...common, knockedOut: false, grade: null, decide: 'SUM_HAS_NO_GRADE' };
  if (!agree) return { ...common, grade: null, decide: 'READINGS_DIFFER' };
  return content.grades.length === 0 ? { ...common, grade: null, decide: null } : { ...common, grade: first.grade, decide: first.decide };
}

function checklist(content, counted) {
  const rule = content.checklist;
  if (rule === null) return { ...NOTHING, decide: 'CHECKLIST_RULE_MISSING' };
  const met = scored(content).filter(({ code }) => {
    const count = mark => counted.filter(sheet => sheet.marks[code] === mark).length;
    const all = count('MET') + count('NOT_MET') + (rule.of === 'SHEETS' ? count('NO_OPINION') : 0);
    const compared = order(fraction(BigInt(count('MET'))), times(number(rule.share), fraction(BigInt(all))));
    return all > 0 && (rule.moreThan ? compared > 0 : compared >= 0);
  });
  return { ...NOTHING, total: fraction(BigInt(met.length)) };
}

/** Negative: a comes first; zero: the written chain leaves them equal. */
function compareTied(content, a, b) {
  for (const { kind, code } of content.tieBreaks) {
    if (kind === 'DECIDED') return 0;
    let difference;
    if (kind === 'LESS_PENALTY') difference = order(a.penalty, b.penalty);
    else if (kind === 'MORE_BONUS') difference = order(b.bonus, a.bonus);
    else {
      const within = new Set([code]);
      for (const node of content.criteria) if (within.has(node.parentCode)) within.add(node.code);
      const points = one => sumOf([...one.aggregates].filter(([each]) => within.has(each)).map(([, value]) => value));
      difference = order(points(b), points(a));
    }
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Every result of the round, by the number of the entry. */
export function recompute({ criteria: content, round, entries }) {
  const results = entries.map(entry => ({ entry, ...scoreEntry(content, round.rule, entry), rank: null, tied: false, quotaOpen: false }));
  const compare = (a, b) => order(b.total, a.total) || compareTied(content, a, b);
  const ranked = results.filter(({ total, knockedOut }) => total !== null && !knockedOut);
  for (const one of ranked) {
    one.rank = 1 + ranked.filter(other => compare(other, one) < 0).length;
    one.tied = ranked.some(other => other !== one && compare(other, one) === 0);
  }
  const byText = new Map(ranked.map(one => [one, one.grade]));
  for (const quota of content.quotas) {
    for (const one of ranked.filter(each => byText.get(each) === quota.gradeCode)) {
      const block = ranked.filter(({ entry }) => entry.block === one.entry.block);
      const rivals = block.filter(each => byText.get(each) === quota.gradeCode);
      const base = block.filter(each => byText.get(each) === quota.baseGradeCode).length;
      const percent = (round.outstandingBlocks.includes(one.entry.block) && quota.raisedPercent) || quota.percent;
      const allowed = Math.max(quota.floor, Number(floor(divided(times(number(percent), fraction(BigInt(base))), fraction(100n)))));
      const free = allowed - rivals.filter(({ rank }) => rank < one.rank).length;
      if (free >= rivals.filter(({ rank }) => rank === one.rank).length) continue;
      one.grade = free <= 0 ? quota.baseGradeCode : null;
      one.quotaOpen = free > 0;
    }
  }
  return new Map(results.map(one => [one.entry.number, one]));
}

const same = (a, b) => (a === null || b === null ? a === b : order(a, b) === 0);
const shown = value => (value === null ? 'none' : value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`);

/** Sentences, one for each stored value that is not what was made again. */
export function differences(file) {
  if (file.format !== 'dan-van-kheo/appraisal-round' || file.formatVersion !== 1) return ['This is no appraisal round of format 1.'];
  const made = recompute(file);
  return file.entries.flatMap(({ number: entry, result }) => {
    const one = made.get(entry);
    const found = [];
    const differs = (what, stored, again) => found.push(`Entry ${entry}: ${what} is ${stored} in the file and ${again} when made again.`);
    const total = result.total === null ? null : number(result.total);
    if (!same(total, one.total)) differs('the total', result.total, shown(one.total));
    for (const { code, aggregate } of result.derivation.criteria)
      if (!same(number(aggregate), one.aggregates.get(code) ?? null))
        differs(`criterion ${code}`, aggregate, shown(one.aggregates.get(code) ?? null));
    if (result.grade !== one.grade) differs('the grade', result.grade, one.grade);
    if (result.placing.quotaOpen !== one.quotaOpen) differs('an open place of a quota', result.placing.quotaOpen, one.quotaOpen);
    if ((result.derivation.decide?.reason ?? null) !== one.decide)
      differs('what is left open', result.derivation.decide?.reason ?? null, one.decide);
    if (result.placing.rank !== one.rank) differs('the rank', result.placing.rank, one.rank);
    if (result.placing.tied !== one.tied) differs('the tie', result.placing.tied, one.tied);
    return found;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const found = differences(file);
  for (const line of found) console.log(line);
  console.log(`${file.entries?.length ?? 0} entries, ${found.length} differences`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
