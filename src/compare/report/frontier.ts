import { type Block, chartBlock, type Point, type Section } from '../../report/chapter.ts';
import type { ResultTable } from '../../tables/result.ts';
import { lowered } from '../../text/format.ts';
import type { Comparison, Frontier, Measure } from '../comparison.ts';
import { colourOf } from './colours.ts';
import { fullText, measureColumn } from './format.ts';
import { yardstickWords } from './words.ts';

/** Score against what the kind weighs it with, with the runs that no other beats in both. */
export function frontierSection(comparison: Comparison): Section | undefined {
  const { frontiers } = comparison;
  if (frontiers.length === 0) return undefined;
  const metric = measureOf(comparison, frontiers[0]!.metric);
  const beware = comparison.yardstick.one
    ? frontiers.some(({ score }) => score === 'raw_score')
      ? ' The raw score leaves out the penalties, which each policy sets for itself.'
      : ''
    : ` ${yardstickWords(comparison).join(' ')}`;
  return {
    id: 'frontier',
    title: `Score against ${metric.about ?? 'fairness'}`,
    lead: `A filled mark is a choice: no other scenario is at least as good in score and in ${metric.label.toLowerCase()}, and better in one. A hollow one is beaten. The dashed line only joins the choices. Each mark is one best schedule of its policy: where several are equally good, another may lie beside it.${beware}`,
    blocks: [
      ...frontiers.filter(isTelling).map((one) => frontierChart(comparison, one)),
      frontierTable(comparison, metric),
    ],
  };
}

/** Where all have the same score there is nothing to see. */
const isTelling = ({ points }: Frontier): boolean => new Set(points.map(({ score }) => score)).size > 1;

function frontierChart(comparison: Comparison, { score, metric, points }: Frontier): Block {
  const { runs } = comparison;
  const [up, across] = [measureOf(comparison, score), measureOf(comparison, metric)];
  // Of those that lie on one place, the first bears all their letters.
  const marksAt = (index: number): string => {
    const here = points.flatMap(({ score, metric }, i) =>
      score === points[index]!.score && metric === points[index]!.metric ? [i] : [],
    );
    return here[0] === index ? here.map((i) => runs[i]!.mark).join(', ') : '';
  };
  const drawn = points.flatMap((point, index): readonly Point[] => {
    if (point.score === null || point.metric === null) return [];
    const kind = point.efficient ? 'choice' : 'beaten';
    return [
      {
        datum: { x: point.metric, y: point.score, mark: marksAt(index), colour: colourOf(index), kind },
        mark: {
          title: `${runs[index]!.mark}  ${runs[index]!.label}`,
          facts: [
            [up.label, fullText(point.score, up)],
            [across.label, fullText(point.metric, across)],
            ['', point.efficient ? 'a choice' : 'beaten by another'],
          ],
          about: [`scenario:${index}`],
        },
      },
    ];
  });
  const line = drawn
    .map(({ datum }) => datum)
    .filter(({ kind }) => kind === 'choice')
    .sort((a, b) => Number(a.x) - Number(b.x) || Number(b.y) - Number(a.y));
  return chartBlock({
    chart: 'comparison-frontier',
    caption: `${across.label}, against ${lowered(up.label)}`,
    titles: { x: axisOf(across), y: axisOf(up) },
    points: drawn,
    sets: { line },
    brush: 'xy',
  });
}

/** "Net score (points)": a label that does not name its unit is given it. */
function axisOf({ label, unit }: Measure): string {
  const name = unit === 'share' ? 'percent' : unit;
  return name === undefined || label.toLowerCase().includes(name) ? label : `${label} (${name})`;
}

function frontierTable(comparison: Comparison, metric: Measure): Block {
  const { frontiers, runs } = comparison;
  const scores = frontiers.map(({ score }) => measureOf(comparison, score));
  const shown = measureColumn(metric);
  const table: ResultTable = {
    columns: [
      { name: 'scenario', type: 'text', label: 'Scenario' },
      shown.column,
      ...scores.flatMap((score) => [
        measureColumn(score).column,
        { name: `${score.name}_choice`, type: 'text' as const, label: `By ${score.label.toLowerCase()}` },
      ]),
    ],
    rows: runs.map((run, index) => [
      `${run.mark}  ${run.label}`,
      cellOf(frontiers[0]!.points[index]!.metric, shown.cell),
      ...frontiers.flatMap(({ points }) => {
        const point = points[index]!;
        const missing = point.score === null || point.metric === null;
        return [point.score, missing ? 'no schedule' : point.efficient ? 'a choice' : 'beaten'];
      }),
    ]),
  };
  return { type: 'table', caption: 'The same in numbers', table, about: runs.map((_, index) => [`scenario:${index}`]) };
}

const cellOf = (value: number | null, cell: (value: number) => number): number | null =>
  value === null ? null : cell(value);

const measureOf = ({ measures }: Comparison, name: string): Measure => measures.find((one) => one.name === name)!;
