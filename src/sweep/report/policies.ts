import type { Block, Section } from '../../report/page.ts';
import { metricText, partText } from '../../runs/metric-text.ts';
import type { ResultColumn } from '../../tables/result.ts';
import { count, lowered, plural } from '../../text/format.ts';
import type { PolicyFinding, Spread, SweepFindings, SweepMeasure } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { policyKey } from './charts.ts';
import { captionOf, measureText, measureTexts, thingsFirst } from './measures.ts';
import { namesIn } from './names.ts';

type TableBlock = Extract<Block, { type: 'table' }>;

/** What a table of policies is called, which measures it has, and how many rows stand open. */
interface TableParts {
  readonly caption: string;
  readonly measures: readonly SweepMeasure[];
  readonly limit?: number;
  readonly file?: string;
  /** All of them hold: no column says so. */
  readonly alike?: boolean;
}

/** Policies by name, with the medians of some measures under each other and in how many worlds they hold. */
export function policyTable(
  sweep: Sweep,
  findings: SweepFindings,
  policies: readonly PolicyFinding[],
  { caption, measures, limit = 12, file, alike = false }: TableParts,
): TableBlock {
  const { full } = namesIn(sweep);
  const texts = measures.map((measure) =>
    measureTexts(
      measure,
      policies.map(({ spreads }) => spreads[measure.name]?.median ?? null),
    ),
  );
  const held = findings.failures.length > 0 && !alike ? [heldColumn(sweep)] : [];
  const beaten = sweep.worlds > 1 && findings.frontier ? [rightColumn('beaten', 'Beaten in')] : [];
  return {
    type: 'table',
    caption,
    limit,
    ...(file !== undefined && { file }),
    about: policies.map((one) => [policyKey(one)]),
    table: {
      columns: [
        { name: 'policy', type: 'text', label: 'Policy' },
        ...measures.map((measure) => rightColumn(measure.name, captionOf(measure))),
        ...held,
        ...beaten,
      ],
      rows: policies.map((one, row) => [
        unbroken(full(one)),
        ...texts.map((column) => column[row] ?? null),
        ...held.map(() => metText(one)),
        ...beaten.map(() => worldsText(one.beaten, sweep.worlds)),
      ]),
    },
  };
}

/** A value stays in the line of its setting. */
const unbroken = (name: string): string =>
  name
    .split(', ')
    .map((part) => (part.length < 20 ? part.replaceAll(' ', '\u00a0') : part))
    .join(', ');

const rightColumn = (name: string, label: string): ResultColumn => ({ name, type: 'text', label, align: 'right' });

const heldColumn = ({ worlds }: Sweep): ResultColumn =>
  worlds > 1 ? rightColumn('met', 'Holds in') : { name: 'met', type: 'text', label: 'Holds' };

function metText({ passed, failed, missing }: PolicyFinding): string {
  const all = passed + failed + missing;
  if (all === 1) return missing > 0 ? 'no schedule' : passed === 1 ? 'yes' : 'no';
  return `${count(passed)} of ${count(all)}`;
}

const worldsText = (beaten: number | null, worlds: number): string | null =>
  beaten === null ? null : `${count(beaten)} of ${count(worlds)}`;

/** Every policy with its measures; over several worlds also from the least to the greatest. */
export function policiesSection(sweep: Sweep, findings: SweepFindings): Section {
  const { constant, policies } = findings;
  const measures = thingsFirst(findings.measures);
  const same =
    constant.length === 0
      ? ''
      : ` The same in every run: ${constant.map(({ name, value }) => constantText(sweep, name, value)).join(', ')}.`;
  const file = 'sweep.csv';
  return {
    id: 'policies',
    title: 'Every policy',
    lead: `${sweep.worlds > 1 ? `The median of ${plural(sweep.worlds, 'world')}.` : 'One run each.'}${same}`,
    blocks: [
      policyTable(sweep, findings, policies, { caption: 'Policies', measures, limit: 20, file }),
      ...(sweep.worlds > 1 && measures.length > 0
        ? [
            spreadTable(
              sweep,
              policies,
              measures.filter(({ better }) => better !== 'neutral'),
            ),
          ]
        : []),
    ],
  };
}

/** "gini 0.25", "loans 63". */
function constantText({ texts }: Sweep, name: string, value: number): string {
  const text = Object.hasOwn(texts, name) ? metricText(texts, name) : partText(name);
  return `${lowered(text.label)} ${measureText(text, value)}`;
}

/** From the least to the greatest of each measure, folded: the chart over the worlds shows the two that decide. */
function spreadTable(sweep: Sweep, policies: readonly PolicyFinding[], measures: readonly SweepMeasure[]): TableBlock {
  const { full } = namesIn(sweep);
  const columns = measures.map((measure) =>
    spreadTexts(
      measure,
      policies.map(({ spreads }) => spreads[measure.name] ?? null),
    ),
  );
  return {
    type: 'table',
    caption: 'From the least to the greatest of all worlds',
    folded: true,
    file: 'sweep.csv',
    about: policies.map((one) => [policyKey(one)]),
    table: {
      columns: [
        { name: 'policy', type: 'text', label: 'Policy' },
        ...measures.map((measure) => rightColumn(measure.name, captionOf(measure))),
      ],
      rows: policies.map((one, row) => [unbroken(full(one)), ...columns.map((column) => column[row] ?? null)]),
    },
  };
}

/** "40 – 42", one number where there is but one, all with the same decimals. */
function spreadTexts(measure: SweepMeasure, spreads: readonly (Spread | null)[]): readonly (string | null)[] {
  const texts = measureTexts(
    measure,
    spreads.flatMap((spread) => [spread?.min ?? null, spread?.max ?? null]),
  );
  return spreads.map((_, index) => {
    const [least, most] = [texts[2 * index] ?? null, texts[2 * index + 1] ?? null];
    return least === null || least === most ? least : `${least} – ${most}`;
  });
}
