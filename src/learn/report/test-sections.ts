import type { Block, Section } from '../../report/page.ts';
import type { ResultColumn, ResultTable } from '../../tables/result.ts';
import { amount, capital, plural } from '../../text/format.ts';
import type { Learnt, LearntTest } from '../learn.ts';
import { betaQuantile } from '../maths/beta.ts';
import { METHOD_TEXT, type Noun, ratioText, shareText } from '../words.ts';
import { column, percents, rangeOf } from './columns.ts';

/** How the methods foretold what they had not seen, side by side. */
export function methodSection(learnt: Learnt, test: LearntTest, [, several]: Noun): Section {
  const shown = test.scores.filter(({ method }) => method !== 'mean');
  return {
    id: 'methods',
    title: 'The methods against each other',
    lead: `Each foretold ${amount(test.tested)} ${several} in ${plural(test.folds, 'step')} of time, from what came before each step only. A method is used where the interval of its gain on the next simpler one lies above 0. ${forestText(learnt, test)}`,
    blocks: [
      {
        type: 'chart',
        chart: 'ranges',
        caption: 'Share of the variance explained on later outcomes, with its interval of 95%',
        data: {
          rows: shown.map(({ method, explained }) => ({
            label: METHOD_TEXT[method],
            ...rangeOf(explained, explained.value),
          })),
          now: [{ x: 0, words: 'overall mean' }],
        },
        titles: { x: 'Variance explained (percent)' },
      },
      { type: 'table', caption: 'Scores of the methods', table: methodTable(test) },
      {
        type: 'text',
        text: `Brier score: mean squared error of the chances, the less the better. Lift: share of successes in the five slots that a method held best, divided by that of all. Intervals: bootstrap of ${amount(test.blocks)} blocks of time.`,
      },
    ],
  };
}

function forestText({ method }: Learnt, { gains }: LearntTest): string {
  if (method === 'forest') return 'The random forest beats shrinkage, so it is used.';
  return gains.forestOnShrinkage.high < 0
    ? 'The random forest is worse than shrinkage.'
    : 'The random forest is not shown to be better than shrinkage.';
}

function methodTable({ scores }: LearntTest): ResultTable {
  return {
    columns: [
      column('method', 'text', 'Method'),
      ...(['Brier score', 'Log loss', 'Variance explained', 'Lift of the best five'] as const).map(
        (label): ResultColumn => ({ name: label, type: 'text', label, align: 'right' }),
      ),
      column('samples', 'integer', 'In those five'),
    ],
    rows: scores.map(({ method, brier, logLoss, explained, lift, liftSamples }) => [
      METHOD_TEXT[method],
      amount(brier, 4),
      amount(logLoss, 4),
      method === 'mean' ? null : shareText(explained),
      lift === null ? null : ratioText(lift),
      method === 'mean' ? null : liftSamples,
    ]),
  };
}

/** Whether what was foretold with a chance came as often as that. */
export function calibrationSection(learnt: Learnt, { calibration }: LearntTest, noun: Noun): Section {
  const method = learnt.verdict === 'effect' ? learnt.method : 'shrinkage';
  const rows = calibration.map(({ samples, successes, foretold }) => {
    const beta = { a: successes + 0.5, b: samples - successes + 0.5 };
    return { samples, successes, foretold, low: betaQuantile(beta, 0.1), high: betaQuantile(beta, 0.9) };
  });
  const held = rows.filter(({ foretold, low, high }) => low <= foretold && foretold <= high).length;
  const ends = rows.flatMap(({ foretold, low, high }) => [foretold, low, high]);
  return {
    id: 'calibration',
    title: 'Do the chances come true?',
    lead: `${capital(METHOD_TEXT[method])}, on ${noun[1]} that it had not seen: of ${plural(rows.length, 'group')} with like chances, ${amount(held)} came out as foretold, within the interval of 80%.`,
    blocks: [
      {
        type: 'chart',
        chart: 'calibration',
        caption: 'What came, against what was foretold; on the dashed line they are equal',
        data: {
          even: [{ x: percents(Math.min(...ends)) }, { x: percents(Math.max(...ends)) }],
          rows: rows.map(({ foretold, samples, successes, low, high }) => ({
            foretold: percents(foretold),
            came: percents(successes / samples),
            low: percents(low),
            high: percents(high),
          })),
        },
        titles: { x: 'Foretold (percent)', y: 'Came (percent)' },
      },
      {
        type: 'table',
        caption: 'Groups of like chances',
        table: calibrationTable(rows, noun),
      },
    ] satisfies readonly Block[],
  };
}

interface CalibrationRow {
  readonly samples: number;
  readonly successes: number;
  readonly foretold: number;
  readonly low: number;
  readonly high: number;
}

function calibrationTable(rows: readonly CalibrationRow[], [, several]: Noun): ResultTable {
  return {
    columns: [
      column('foretold', 'percent', 'Foretold'),
      column('came', 'percent', 'Came'),
      column('low', 'percent', 'From'),
      column('high', 'percent', 'To'),
      column('samples', 'integer', capital(several)),
    ],
    rows: rows.map(({ foretold, samples, successes, low, high }) => [
      foretold,
      successes / samples,
      low,
      high,
      samples,
    ]),
  };
}
