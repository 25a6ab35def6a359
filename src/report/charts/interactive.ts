import type { Block, Datum, Mark } from '../page.ts';
import { type Chart, compiled, sizedSpecs } from './draw.ts';
import type { Brush, InteractiveChart } from './interactive-data.ts';
import type { Spec } from './layout.ts';

type ChartBlock = Extract<Block, { type: 'chart' }>;

/** A chart as the page of an interactive report draws it again; `number` turns the key of a thing into its number. */
export async function interactiveChart(
  block: ChartBlock,
  id: string,
  number: (key: string) => number,
): Promise<InteractiveChart> {
  const numbered = numberedRows(block);
  const marks = numbered.marks.map(({ title, facts, about = [] }) => ({ title, facts, about: about.map(number) }));
  const chart: Chart = { ...block, data: numbered.data };
  const sized = await sizedSpecs(chart);
  const specs = [];
  for (const { size, spec } of sized) specs.push({ size, spec: withoutData(withPicked(await compiled(spec))) });
  const selectable = marks.some(({ about }) => about.length > 0);
  const data = sized[0]!.spec.datasets as InteractiveChart['data'];
  const brush = selectable ? (block.brush ?? brushOf(sized[0]!.spec)) : null;
  return { id, caption: block.caption, brush, names: namesOf(sized[0]!.spec), marks, data, specs };
}

/** The rows of a chart, each with the number of its mark. A row without a mark says nothing, and is not numbered. */
function numberedRows({ data, marks }: ChartBlock) {
  // The two ends of one piece of a line have one mark, and one number.
  const all = new Map<Mark, number>();
  const numberOf = (mark: Mark): number => {
    if (!all.has(mark)) all.set(mark, all.size);
    return all.get(mark)!;
  };
  const numbered = Object.entries(data).map(([name, rows]): [string, readonly Datum[]] => [
    name,
    rows.map((row, i) => {
      const mark = marks === undefined ? ownMark(row) : marks[name]?.[i];
      return mark ? { ...row, _mark: numberOf(mark) } : row;
    }),
  ]);
  return { marks: [...all.keys()], data: Object.fromEntries(numbered) };
}

/** What a row says by itself, in a chart that nobody wrote more about. */
function ownMark({ label, said }: Datum): Mark | undefined {
  if (typeof label !== 'string') return undefined;
  return { title: label, facts: typeof said === 'string' ? [['', said]] : [] };
}

/**
 * Along what a range of this chart means something: names stand in a row along one axis, and a line runs along x.
 *
 * @example
 * brushOf({ encoding: { y: { type: 'nominal' }, x: { type: 'quantitative' } } }) // 'y'
 */
export function brushOf(spec: Spec): Brush {
  return namesOf(spec) ?? (isNamed(spec, 'x') ? 'xy' : 'x');
}

function namesOf(spec: Spec): 'x' | 'y' | null {
  const [x, y] = [isNamed(spec, 'x'), isNamed(spec, 'y')];
  return x === y ? null : x ? 'x' : 'y';
}

function isNamed(spec: Spec, channel: 'x' | 'y'): boolean {
  const parts = [spec, ...((spec.layer as readonly Spec[] | undefined) ?? [])];
  const types = parts.map((part) => (part.encoding as Record<string, Spec> | undefined)?.[channel]?.type);
  return types.some((type) => type === 'nominal' || type === 'ordinal');
}

/** What is not selected fades while something is. Nothing is said in `picked` where nothing is selected. */
const FADED = {
  test: 'length(picked) > 0 && isValid(datum) && isValid(datum._mark) && indexof(picked, datum._mark) < 0',
  value: 0.22,
};

function withPicked(spec: Spec): Spec {
  const signals = (spec.signals as readonly Spec[] | undefined) ?? [];
  return {
    ...spec,
    signals: [...signals, { name: 'picked', value: [] }],
    marks: (spec.marks as readonly Spec[]).map(fading),
  };
}

function fading(mark: Spec): Spec {
  if (mark.type === 'group') return { ...mark, marks: ((mark.marks as readonly Spec[]) ?? []).map(fading) };
  // A line has one colour and one opacity all along: of it, dots are drawn upon what is selected.
  if (mark.type === 'line' || mark.type === 'area') return mark;
  const encode = (mark.encode ?? {}) as Record<string, Spec>;
  const update = encode.update ?? {};
  const own = update.opacity ?? encode.enter?.opacity ?? { value: 1 };
  const opacity = [FADED, ...(Array.isArray(own) ? own : [own])];
  return { ...mark, encode: { ...encode, update: { ...update, opacity } } };
}

/** The data is the same in every width: the page holds it once. */
function withoutData(spec: Spec): Spec {
  return { ...spec, data: (spec.data as readonly Spec[]).map(({ values: _, ...rest }) => rest) };
}
