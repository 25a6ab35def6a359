import type { Section } from '../../report/page.ts';
import { metricText, partText } from '../../runs/metric-text.ts';
import { count, lowered, plural } from '../../text/format.ts';
import type { SweepFindings, SweepMeasure } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { measureText, policyKey } from './charts.ts';
import { policyColumns } from './sections.ts';
import { failureText, namesOf, valueText } from './words.ts';

/** What was swept: every setting with its values. */
export function sweptSection(sweep: Sweep): Section {
  return {
    id: 'swept',
    title: 'What was swept',
    lead: `${plural(sweep.policies, 'policy', 'policies')}, each run in ${plural(sweep.worlds, 'world')}. Everything else is as the scenario has it.`,
    blocks: [
      {
        type: 'table',
        caption: 'Settings and their values',
        table: {
          columns: [
            { name: 'setting', type: 'text', label: 'Setting' },
            { name: 'decides', type: 'text', label: 'Decided by' },
            { name: 'count', type: 'integer', label: 'Values' },
            { name: 'values', type: 'text', label: 'Which' },
          ],
          rows: sweep.parameters.map(({ path, axis, values }) => [
            path === 'data.sample' ? 'data.sample (seed of the sample)' : path,
            axis === 'world' ? 'the world' : 'policy',
            values.length,
            listed(values.map(valueText)),
          ]),
        },
      },
    ],
  };
}

/** Long lists are cut in the middle: their ends tell the range. */
const listed = (values: readonly string[]): string =>
  values.length <= 10 ? values.join(', ') : `${values.slice(0, 4).join(', ')} … ${values.slice(-2).join(', ')}`;

/** When runs fail what the scenario expects, in words. */
export function failuresSection({ failures }: SweepFindings, { texts }: Pick<Sweep, 'texts'>): Section | undefined {
  if (failures.length === 0) return undefined;
  const single = failures.filter(({ name }) => name !== 'any');
  const failing = single.filter(({ failed }) => failed > 0).toSorted((a, b) => b.failed - a.failed);
  const met = single.filter(({ failed }) => failed === 0);
  return {
    id: 'expectations',
    title: 'When policy fails what is expected of it',
    lead:
      failing.length === 0
        ? `Never: every run meets all ${plural(single.length, 'expectation')}.`
        : `The shortest descriptions that hold for exactly the runs that fail, and for no other of the ${count(failures[0]!.of)} made.`,
    blocks: [
      ...(failing.length === 0
        ? []
        : [
            {
              type: 'list' as const,
              items: failing.map((one) => failureText({ ...one, name: labelOf(texts, one.name) })),
            },
          ]),
      ...(met.length > 0 && failing.length > 0
        ? [
            {
              type: 'text' as const,
              text: `Met in every run: ${met.map(({ name }) => lowered(labelOf(texts, name))).join(', ')}.`,
            },
          ]
        : []),
    ],
  };
}

/** Every policy with its measures; over several worlds as least – median – greatest. */
export function policiesSection(sweep: Sweep, findings: SweepFindings): Section {
  const { measures, constant, policies } = findings;
  const same =
    constant.length === 0
      ? ''
      : ` The same in every run: ${constant.map(({ name, value }) => `${lowered(labelOf(sweep.texts, name))} ${count(value)}`).join(', ')}.`;
  return {
    id: 'policies',
    title: 'Every policy',
    lead: `${sweep.worlds > 1 ? 'Least – median – greatest over the worlds.' : 'One run each.'}${same}`,
    blocks: [
      {
        type: 'table',
        caption: 'Policies',
        limit: 20,
        file: 'sweep.csv',
        about: policies.map((one) => [policyKey(one)]),
        table: {
          columns: [
            ...policyColumns(sweep),
            { name: 'met', type: 'text', label: sweep.worlds > 1 ? 'Holds in' : 'Meets expectations' },
            ...measures.map(({ name, label }) => ({ name, type: 'text' as const, label })),
          ],
          rows: policies.map(({ values, passed, failed, missing, spreads }) => [
            ...values.map((value, index) =>
              policyColumns(sweep)[index]!.type === 'number' ? Number(value) : valueText(value),
            ),
            metText(passed, passed + failed + missing, missing),
            ...measures.map((measure) => spreadText(measure, spreads[measure.name] ?? null)),
          ]),
        },
      },
    ],
  };
}

/** What a measure or a part of the objective is called; names that nobody described stand as words. */
const labelOf = (texts: Sweep['texts'], name: string): string =>
  Object.hasOwn(texts, name) ? metricText(texts, name).label : partText(name).label;

function metText(passed: number, all: number, missing: number): string {
  if (all === 1) return missing > 0 ? 'no schedule' : passed === 1 ? 'yes' : 'no';
  return `${count(passed)} of ${count(all)}`;
}

function spreadText(measure: SweepMeasure, spread: { min: number; median: number; max: number } | null): string | null {
  if (spread === null) return null;
  const { min, median, max } = spread;
  const parts = min === max ? [median] : [min, median, max];
  // A dash stays with the number before it: each number stands whole on its line.
  return parts.map((value) => measureText(measure, value)).join('\u00a0– ');
}

/** Runs that could not be made, and why. */
export function failedSection(sweep: Sweep): Section | undefined {
  const failed = sweep.runs.filter(({ problems }) => problems !== undefined);
  if (failed.length === 0) return undefined;
  const names = namesOf(sweep.parameters.map(({ path }) => path));
  return {
    id: 'failed',
    title: 'Runs that could not be made',
    lead: `${plural(failed.length, 'run')} of ${count(sweep.runs.length)}. The same command tries them again.`,
    blocks: [
      {
        type: 'table',
        caption: 'Failed runs',
        limit: 12,
        file: 'sweep.csv',
        table: {
          columns: [
            { name: 'run', type: 'integer', label: 'Run' },
            { name: 'settings', type: 'text', label: 'Settings' },
            { name: 'problem', type: 'text', label: 'Why' },
          ],
          rows: failed.map(({ number, values, problems = [] }) => [
            number,
            values.map((value, index) => `${names[index]} ${valueText(value)}`).join(', '),
            problems.map(({ message }) => message).join('; '),
          ]),
        },
      },
    ],
  };
}
