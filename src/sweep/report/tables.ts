import type { Section } from '../../report/page.ts';
import { metricText, partText } from '../../runs/metric-text.ts';
import { count, lowered, plural } from '../../text/format.ts';
import { settingText } from '../../text/setting.ts';
import type { SweepFindings } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { failureText, namesOf } from './words.ts';

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
            listed(values.map(settingText)),
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
        : `Exact for the ${plural(failures[0]!.of, 'run')} that were made.`,
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

/** What a measure or a part of the objective is called; names that nobody described stand as words. */
const labelOf = (texts: Sweep['texts'], name: string): string =>
  Object.hasOwn(texts, name) ? metricText(texts, name).label : partText(name).label;

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
            values.map((value, index) => `${names[index]} ${settingText(value)}`).join(', '),
            problems.map(({ message }) => message).join('; '),
          ]),
        },
      },
    ],
  };
}
