import { Exact } from '../../../shared/exact.js';
import type { Bilingual, Language } from '../../../shared/language.js';
import type { CountedAdjustment, Decide, Derivation, Reading } from './derivation.js';
import type { VersionContent } from './version-content.js';

const say = (vi: string, en: string): Bilingual => ({ vi, en });
const quoted = (text: string): string => `“${text}”`;

/** A number as people write it: `8,5` in Vietnamese. A mean without a finite decimal is shown rounded, with its exact fraction. */
function numberIn(text: string, language: Language): string {
  const written = (value: string): string => (language === 'vi' ? value.replace('.', ',') : value);
  return text.includes('/') ? `${written(Exact.read(text).round(3).toString())} (= ${text})` : written(text);
}

type Make = (number: (text: string) => string) => string;
const both = (vi: Make, en: Make): Bilingual => say(vi(text => numberIn(text, 'vi')), en(text => numberIn(text, 'en'))); // prettier-ignore

const AGGREGATIONS: Readonly<Record<Derivation['rule']['aggregation'], Bilingual>> = {
  SUM: say('tổng điểm các phiếu', 'the sum of the sheets'),
  MEAN: say('điểm trung bình cộng', 'the mean'),
  TRIMMED_MEAN: say('điểm trung bình sau khi bỏ một điểm cao nhất và một điểm thấp nhất', 'the mean without the highest and the lowest'),
  MEDIAN: say('điểm trung vị', 'the median'),
};

/** How a result came about, one sentence a step, in the order of the rules. Made from the derivation and the words of its version alone. */
export function explanationOf(content: VersionContent, derivation: Derivation): Bilingual[] {
  const words = wordsOf(content);
  return [
    ...sheetSteps(derivation),
    ...derivation.criteria.map(({ code, maximum, points, aggregate }) =>
      both(
        n => `${words.node(code)}: ${points.map(n).join('; ')} → ${n(aggregate)}, tối đa ${n(maximum)} mỗi phiếu.`,
        n => `${words.node(code)}: ${points.map(n).join('; ')} → ${n(aggregate)}, at most ${n(maximum)} a sheet.`,
      ),
    ),
    ...derivation.items.map(({ code, met, notMet, noOpinion, isMet }) =>
      say(
        `${words.node(code)}: ${met} đạt, ${notMet} không đạt, ${noOpinion} không có ý kiến → ${isMet ? 'đạt' : 'không đạt'}.`,
        `${words.node(code)}: ${met} met, ${notMet} not met, ${noOpinion} without opinion → ${isMet ? 'met' : 'not met'}.`,
      ),
    ),
    ...sumSteps(derivation),
    ...derivation.readings.flatMap(reading => readingSteps(reading, derivation, words)),
    ...sumOfManySteps(derivation),
    ...passedSteps(derivation),
    ...(derivation.decide && !isAnsweredByReading(derivation) ? [decideStep(derivation.decide, words)] : []),
  ];
}

const isAnsweredByReading = ({ decide, readings }: Derivation): boolean =>
  readings.length === 1 && readings[0]!.outcome.undecided === decide;

interface Words {
  readonly node: (code: string) => string;
  readonly grade: (code: string | null) => string;
  readonly answer: (code: string) => string;
}

function wordsOf({ criteria, grades, knockOuts, caps }: VersionContent): Words {
  const nodes = new Map(criteria.map(({ code, text }) => [code, text]));
  const names = new Map(grades.map(({ code, name }) => [code, name]));
  const texts = new Map<string, string | null>([
    ['NO_CRITERION_SCORED_ZERO', 'không có tiêu chí nào 0 điểm'],
    ...grades.flatMap(({ conditions }) => conditions.map(({ code, text }) => [code ?? '', text] as const)),
    ...[...knockOuts, ...caps].map(({ code, text }) => [code, text] as const),
  ]);
  return {
    node: code => `${code} ${quoted(nodes.get(code) ?? '')}`,
    grade: code => quoted(names.get(code ?? '') ?? code ?? ''),
    answer: code => quoted(texts.get(code) ?? code),
  };
}

function sheetSteps({ counted, leftOut, rule, trimmed, criteria }: Derivation): Bilingual[] {
  const steps: Bilingual[] = [];
  if (counted.length > 0) steps.push(say(`Tính ${counted.length} phiếu.`, `Sheets counted: ${counted.length}.`));
  for (const because of ['ABSTAINED', 'MISSING'] as const) {
    const n = leftOut.filter(each => each.because === because).length;
    if (n === 0) continue;
    const [vi, en] = because === 'ABSTAINED' ? ['không chấm', 'abstained'] : ['chưa nộp phiếu', 'have not handed in a sheet'];
    steps.push(say(`${n} người ${vi}: không tính, cũng không tính là 0 điểm.`, `${n} ${en}: left out, and not counted as zero.`));
  }
  if (criteria.length === 0) return steps;
  const { vi, en } = AGGREGATIONS[rule.aggregation === 'TRIMMED_MEAN' && !trimmed ? 'MEAN' : rule.aggregation];
  const few =
    rule.aggregation === 'TRIMMED_MEAN' && !trimmed
      ? say(' (dưới 3 phiếu nên không bỏ điểm nào)', ' (fewer than 3 sheets: none is left out)')
      : say('', '');
  return [...steps, say(`Mỗi tiêu chí lấy ${vi}${few.vi}.`, `For each criterion ${en} is taken${few.en}.`)];
}

function sumSteps({ sum, maximum, bonus, penalty, items }: Derivation): Bilingual[] {
  if (sum === null) return [];
  if (items.length > 0) return [say(`Đạt ${sum}/${maximum} mục.`, `${sum} of ${maximum} items are met.`)];
  const of = maximum === null ? () => '' : (n: (text: string) => string) => `/${n(maximum)}`;
  const steps = [both(n => `Cộng các tiêu chí: ${n(sum)}${of(n)}.`, n => `Sum of the criteria: ${n(sum)}${of(n)}.`)]; // prettier-ignore
  const adjustment = (counted: CountedAdjustment | null, vi: string, en: string): void => {
    if (counted === null || Exact.read(counted.given).isZero) return;
    steps.push(
      both(
        n => `${vi}: ${n(counted.given)}, tối đa ${n(counted.maximum)} → tính ${n(counted.counted)}.`,
        n => `${en}: ${n(counted.given)}, at most ${n(counted.maximum)} → ${n(counted.counted)} counted.`,
      ),
    );
  };
  adjustment(bonus, 'Điểm thưởng', 'Bonus');
  adjustment(penalty, 'Điểm trừ', 'Penalty');
  return steps;
}

function readingSteps(reading: Reading, { rounding, readings, rule, counted }: Derivation, words: Words): Bilingual[] {
  const { exact, total, graded, outcome } = reading;
  const head =
    readings.length === 1
      ? say('', '')
      : say(
          `Nếu ${reading.mayPassMaximum ? 'được' : 'không được'} vượt điểm tối đa và điểm thưởng, điểm trừ ${reading.beforeThresholds ? 'được' : 'không được'} tính khi xếp loại: `,
          `If the maximum ${reading.mayPassMaximum ? 'may' : 'may not'} be passed, and bonus and penalty ${reading.beforeThresholds ? 'count' : 'do not count'} for the grade: `,
        );
  const steps = [
    both(
      n => `${head.vi}Tổng điểm ${n(exact)}, làm tròn một lần đến ${rounding} chữ số thập phân: ${n(total)}.`,
      n => `${head.en}The total ${n(exact)}, rounded once to ${rounding} decimals: ${n(total)}.`,
    ),
  ];
  if (rule.aggregation === 'SUM' && counted.length > 1) return steps;
  if (outcome.knockOut !== null)
    return [...steps, say(`${words.answer(outcome.knockOut)} → xếp loại ${words.grade(outcome.grade)}.`, `${words.answer(outcome.knockOut)} → graded ${words.grade(outcome.grade)}.`)]; // prettier-ignore
  if (outcome.byPoints !== null) {
    const conditions = outcome.conditions.map(words.answer).join(', ');
    steps.push(
      both(
        n => `${n(graded)} điểm${conditions && `, ${conditions}`} → ${words.grade(outcome.byPoints)}.`,
        n => `${n(graded)} points${conditions && `, ${conditions}`} → ${words.grade(outcome.byPoints)}.`,
      ),
    );
  }
  if (outcome.cap !== null)
    steps.push(say(`${words.answer(outcome.cap)} → hạ xuống ${words.grade(outcome.grade)}.`, `${words.answer(outcome.cap)} → lowered to ${words.grade(outcome.grade)}.`)); // prettier-ignore
  if (outcome.undecided !== null) steps.push(decideStep(outcome.undecided, words, graded));
  return steps;
}

/** A sum of several sheets has no reading by which it is graded. */
const sumOfManySteps = ({ readings, total, rounding, items }: Derivation): Bilingual[] =>
  total === null || readings.length > 0 || items.length > 0
    ? []
    : [both(n => `Tổng các phiếu, làm tròn một lần đến ${rounding} chữ số thập phân: ${n(total)}.`, n => `The sum of the sheets, rounded once to ${rounding} decimals: ${n(total)}.`)]; // prettier-ignore

const passedSteps = ({ passed }: Derivation): Bilingual[] =>
  passed === null ? [] : [passed ? say('Kết quả: đạt.', 'Result: passed.') : say('Kết quả: không đạt.', 'Result: not passed.')];

function decideStep(decide: Decide, words: Words, graded?: string): Bilingual {
  switch (decide.reason) {
    case 'SHEETS_AWAITED':
      return say(`Chưa có kết quả: còn chờ ${decide.scorers.length} phiếu.`, `No result yet: ${decide.scorers.length} sheets are awaited.`);
    case 'NOT_SCORED':
      return say('Bộ nội dung này không chấm điểm.', 'This version gives guidance and is not scored.');
    case 'NO_SHEETS':
      return say('Chưa có phiếu nào được tính.', 'No sheet is counted.');
    case 'CHECKLIST_RULE_MISSING':
      return say(
        'Văn bản không nêu phải đạt bao nhiêu mục: cần quyết định.',
        'The text does not say how many items have to be met: decide.',
      );
    case 'SUM_HAS_NO_GRADE':
      return say(
        'Ngưỡng xếp loại là của một phiếu, không áp dụng cho tổng nhiều phiếu: cần quyết định.',
        'The thresholds are those of one sheet and do not apply to a sum of sheets: decide.',
      );
    case 'READINGS_DIFFER':
      return say(
        'Văn bản không nêu rõ, và mỗi cách hiểu cho kết quả khác nhau: cần quyết định.',
        'The text leaves it open, and the readings give different results: decide.',
      );
    case 'NOT_ANSWERED':
      return say(
        `Chưa biết: ${decide.codes.map(words.answer).join(', ')}. Cần trả lời trước khi xếp loại.`,
        `Not known: ${decide.codes.map(words.answer).join(', ')}. It has to be answered before grading.`,
      );
    case 'NO_GRADE_BY_THE_TEXT': {
      const because = decide.because.map(words.answer).join(', ');
      return both(
        n =>
          `${graded ? `${n(graded)} điểm` : 'Số điểm này'}${because && `, nhưng không thỏa ${because}`}: không thuộc loại nào theo văn bản, cần quyết định.`,
        n => `${graded ? `${n(graded)} points` : 'These points'}${because && `, without ${because}`}: no grade by the text, decide.`,
      );
    }
  }
}
