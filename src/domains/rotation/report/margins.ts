import { byText, chapter, itself, numberOf, type Subject, type TableRecord, textOf } from '../../../report/chapter.ts';
import { count, plural } from '../../../text/format.ts';

const DISTANCES: Readonly<Record<string, string>> = {
  separation: 'own',
  competitive: 'competitors',
  creative: 'same creative',
};

const CAPS: Readonly<Record<string, string>> = {
  rolling_cap: 'rolling',
  cap_block: 'a block',
  cap_day: 'a day',
};

/** How close the log comes to its caps and distances. */
export const margins = chapter({
  id: 'margins',
  title: 'Caps and separations',
  table: 'margins',
  lead: leadOf,
  about: itself('margin'),
  blocks: [
    tightest(DISTANCES, {
      caption: 'Tightest distances in minutes, end to start (blue), and what is asked for (mark)',
      labels: ['The least between two', 'Asked for'],
      size: (row, name) => numberOf(row, name) / 60,
      text: (minutes) => `${count(minutes)} min`,
      spare: (minutes) => `${count(minutes)} min to spare`,
    }),
    tightest(CAPS, {
      caption: 'Tightest caps: spots (blue) and the most allowed (mark)',
      labels: ['The most in any window', 'Allowed'],
      size: numberOf,
      text: (spots) => plural(spots, 'spot'),
      spare: (spots) => `${count(spots)} left`,
    }),
    { caption: 'Every margin', folded: true },
  ],
});

/** How margins of one sort are shown. */
interface Sort {
  readonly caption: string;
  readonly labels: readonly [actual: string, limit: string];
  /** A column in the unit of the chart. */
  readonly size: (row: TableRecord, column: string) => number;
  readonly text: (size: number) => string;
  readonly spare: (margin: number) => string;
}

/** The ten tightest margins of some rules. */
function tightest(rules: Readonly<Record<string, string>>, { caption, labels, size, text, spare }: Sort) {
  const label = (row: TableRecord) => `${textOf(row, 'entity')}, ${rules[textOf(row, 'rule')]}`;
  return {
    chart: 'rotation-margins',
    caption,
    rows: (rows: readonly TableRecord[]) =>
      rows
        .filter((row) => Object.hasOwn(rules, textOf(row, 'rule')))
        .toSorted((a, b) => numberOf(a, 'margin') - numberOf(b, 'margin') || byText(a, b, 'entity'))
        .slice(0, 10),
    datum: (row: TableRecord) => {
      const [limit, actual, margin] = [size(row, 'limit'), size(row, 'actual'), size(row, 'margin')];
      const broken = margin < 0;
      return {
        label: label(row),
        limit,
        actual,
        broken: broken ? 1 : 0,
        end: Math.max(limit, actual),
        said: broken ? 'broken' : margin === 0 ? 'just kept' : spare(margin),
      };
    },
    facts: (row: TableRecord) => [
      [labels[0], text(size(row, 'actual'))] as const,
      [labels[1], text(size(row, 'limit'))] as const,
      ['To spare', text(size(row, 'margin'))] as const,
    ],
  };
}

function leadOf({ run, rows }: Subject): string {
  const full = rows.filter((row) => Object.hasOwn(CAPS, textOf(row, 'rule')) && numberOf(row, 'margin') === 0).length;
  const caps =
    full === 0 ? 'No cap is used up.' : `${plural(full, 'cap')} ${full === 1 ? 'is' : 'are'} used up somewhere.`;
  const distance = run.metrics.smallest_separation_margin;
  if (typeof distance !== 'number') return `No two spots need a distance. ${caps}`;
  const kept =
    distance < 0
      ? 'The tightest distance is broken'
      : `The tightest distance has ${plural(distance, 'second')} to spare`;
  return `${kept}. Distances are measured on air, from the end of one spot to the start of the next. ${caps}`;
}
