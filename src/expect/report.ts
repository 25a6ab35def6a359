import type { MetricTexts } from '../audit/audit.ts';
import { styleOf } from '../audit/metric/words.ts';
import type { Page, Section } from '../report/page.ts';
import { wish } from '../runs/expected.ts';
import { partText } from '../runs/metric-text.ts';
import type { Run } from '../runs/run.ts';
import type { Fields } from '../scenario/scenario.ts';
import { figureText } from '../text/figure.ts';
import { capital, count, plural } from '../text/format.ts';
import type { Expectation } from './expect.ts';
import { said } from './expect-rows.ts';

/** What the page of a run says of its scenario's expectations. */
interface Judged {
  readonly expectations: NonNullable<Page['expectations']>;
  readonly section: Section;
}

/** An expectation in the words of a report. */
interface Line {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly passed: boolean;
}

/**
 * The expectations of a run, for the verdict and as a section of their own; nothing where its scenario expects nothing.
 * Without a schedule there are no metrics: then only the status is judged, so that one cause is not reported ten times.
 *
 * @param noun What one row of the schedule is, and several.
 */
export function expectationsOf(
  { status }: Pick<Run, 'status'>,
  expectations: readonly Expectation[],
  metrics: MetricTexts,
  [one, several]: readonly [string, string] = ['row', 'rows'],
): Judged | undefined {
  const empty = status === 'infeasible' || status === 'unknown';
  const lines = expectations
    .filter(({ name, passed }) => !empty || passed || name === 'status')
    .map((each) => lineOf(each, metrics, [one, several]));
  if (lines.length === 0) return undefined;
  const failed = lines.filter(({ passed }) => !passed);
  const met = lines.length - failed.length;
  return {
    expectations: {
      met,
      all: lines.length,
      failed: failed.map(({ name, wanted, found }) => `${name}: ${found}, wanted ${wanted}`),
    },
    section: {
      id: 'expectations',
      title: 'Expectations',
      lead: leadOf(met, lines.length),
      blocks: [
        {
          type: 'table',
          caption: 'What the scenario expects of its run',
          table: {
            columns: [
              { name: 'name', type: 'text', label: 'Expectation' },
              { name: 'wanted', type: 'text', label: 'Wanted' },
              { name: 'found', type: 'text', label: 'Found' },
              { name: 'met', type: 'text', label: 'Met' },
            ],
            rows: lines.map(({ name, wanted, found, passed }) => [name, wanted, found, passed ? '✓ met' : '✕ not met']),
          },
          tones: lines.map(({ passed }) => (passed ? 'plain' : 'poor')),
        },
      ],
    },
  };
}

function leadOf(met: number, all: number): string {
  if (met === all)
    return all === 1 ? 'The one expectation of the scenario is met.' : `All ${count(all)} expectations are met.`;
  return `${count(met)} of ${plural(all, 'expectation')} met. The command ends with exit code 1 until all are.`;
}

function lineOf(
  { name, expected, actual, passed }: Expectation,
  metrics: MetricTexts,
  [one, several]: readonly [string, string],
): Line {
  const { must, must_not: mustNot } = Object(expected) as { readonly must?: Fields; readonly must_not?: Fields };
  const fields = must ?? mustNot;
  if (fields !== undefined) {
    const rows = actual === null ? 'no such column' : actual === 0 ? 'none' : plural(Number(actual), one, several);
    return {
      name: `${capital(one)} with ${said(fields)}`,
      wanted: must === undefined ? 'none' : 'at least one',
      found: rows,
      passed,
    };
  }
  const { label, unit } = partText(name, metrics);
  const rounded = (value: number) => figureText(value, styleOf(unit));
  const both = (say: (value: number) => string) => ({
    wanted: wish(expected, say),
    found: typeof actual === 'number' ? say(actual) : (actual ?? 'no value'),
  });
  const plain = both(rounded);
  // A value that misses by less than is shown would read as "0.25, wanted at most 0.25".
  const shown = !passed && plain.wanted.endsWith(plain.found) ? both(String) : plain;
  return { name: label, ...shown, passed };
}
