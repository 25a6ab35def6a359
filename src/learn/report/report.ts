import { type ReportDocument, renderDocument } from '../../report/document.ts';
import type { ReportOptions } from '../../report/interactive.ts';
import type { Datum, Section, Tile } from '../../report/page.ts';
import type { ResultTable } from '../../tables/result.ts';
import { amount, capital, percent, plural } from '../../text/format.ts';
import type { Learnt, Slot } from '../learn.ts';
import { careText, dayText, hourText, learntText, METHOD_MEANING, METHOD_TEXT, type Noun, slotText } from '../words.ts';

import { column, percents, rangeOf } from './columns.ts';
import { calibrationSection, methodSection } from './test-sections.ts';

/**
 * What a report of learning is about: its caller knows.
 *
 * @example
 * const learnt = learn([], { worth: () => 0.5 });
 * const subject = { kind: 'posts', title: 'When to post', subtitle: 'One account', name: 'history.csv' };
 * const more = { again: 'evenhand learn history.csv', noun: ['post', 'posts'] as const, success: 'above the median' };
 * learntDocument(learnt, { ...subject, ...more }).title // 'When to post'
 */
export interface LearntSubject {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  /** Of which scenario or file it is, for the last line. */
  readonly name: string;
  /** The command that makes it again. */
  readonly again: string;
  readonly noun: Noun;
  /** What a success is: "more reach than the median of the 50 before". */
  readonly success: string;
}

/**
 * Draws the report of what was learnt as one HTML file.
 *
 * @example
 * const learnt = learn([], { worth: () => 0.5 });
 * const subject = { kind: 'posts', title: 'When to post', subtitle: 'One account', name: 'history.csv' };
 * const more = { again: 'evenhand learn history.csv', noun: ['post', 'posts'] as const, success: 'above the median' };
 * const html = await learntReport(learnt, { ...subject, ...more });
 * /<title>(.*)<\/title>/.exec(html)?.[1] // 'When to post'
 */
export const learntReport = (learnt: Learnt, subject: LearntSubject, options: ReportOptions = {}): Promise<string> =>
  renderDocument(learntDocument(learnt, subject), options);

/**
 * The report of what was learnt: is there an effect, the best slots, the week, and the test that says how far to trust it.
 *
 * @example
 * const learnt = learn([], { worth: () => 0.5 });
 * const subject = { kind: 'posts', title: 'When to post', subtitle: 'One account', name: 'history.csv' };
 * const more = { again: 'evenhand learn history.csv', noun: ['post', 'posts'] as const, success: 'above the median' };
 * learntDocument(learnt, { ...subject, ...more }).sections.map(({ id }) => id) // ['best', 'week', 'care']
 */
export function learntDocument(learnt: Learnt, subject: LearntSubject): ReportDocument {
  const { kind, title, subtitle, name, again, noun } = subject;
  return {
    ...{ kind, title, subtitle, name, again },
    ...learntText(learnt, noun),
    tone: learnt.verdict === 'effect' ? 'good' : 'fair',
    tiles: tilesOf(learnt, subject),
    sections: [
      bestSection(learnt, subject),
      weekSection(learnt, subject),
      ...(learnt.test === null
        ? []
        : [methodSection(learnt, learnt.test, noun), calibrationSection(learnt, learnt.test, noun)]),
      {
        id: 'care',
        title: 'What this does not say',
        lead: 'Association only, not cause.',
        blocks: [{ type: 'list', items: careText(noun) }],
      },
    ],
    againLead: 'The same outcomes and the same seed give the same report.',
    what: 'what was learnt of',
  };
}

const usedScore = ({ verdict, method, test }: Learnt) =>
  test?.scores.find((score) => score.method === (verdict === 'effect' ? method : 'shrinkage'));

function tilesOf(learnt: Learnt, { noun: [, several], success }: LearntSubject): readonly Tile[] {
  const used = usedScore(learnt);
  const tiles: Tile[] = [
    { label: capital(several), value: amount(learnt.samples), note: `${percent(learnt.base)} went well: ${success}` },
    { label: 'Method in use', value: METHOD_TEXT[learnt.method] },
  ];
  if (used !== undefined)
    tiles.push({
      label: 'Variance explained',
      value: percent(used.explained.value),
      note: `${percent(used.explained.low)} to ${percent(used.explained.high)}, of what was not seen`,
    });
  if (used?.lift)
    tiles.push({
      label: 'Lift of the best five slots',
      value: amount(used.lift.value, 2),
      note: `${amount(used.lift.low, 2)} to ${amount(used.lift.high, 2)}; 1 is no lift`,
    });
  return tiles;
}

const BEST = 5;

/** The best slots of those tried; where fewer than five were, of all. */
function bestSlots({ slots }: Learnt): readonly Slot[] {
  const tried = slots.filter(({ samples }) => samples > 0);
  return (tried.length < BEST ? slots : tried).toSorted((a, b) => b.mean - a.mean).slice(0, BEST);
}

function bestSection(learnt: Learnt, { noun }: LearntSubject): Section {
  const best = bestSlots(learnt);
  const [first] = best;
  const isOpen = first !== undefined && first.low <= learnt.base;
  return {
    id: 'best',
    title: 'The five best slots',
    lead: `${first === undefined ? '' : `${slotText(first)} comes first: ${percent(first.mean)}, where ${percent(learnt.base)} of all went well. `}${isOpen ? 'Its interval reaches down to that base rate: it may be no better than others. ' : ''}By ${METHOD_MEANING[learnt.method]}.`,
    blocks: [
      {
        type: 'chart',
        chart: 'ranges',
        caption: 'Chance of success of the five best slots, with the interval that holds it in 80 of 100',
        data: {
          rows: best.map((slot) => ({ label: slotText(slot), ...rangeOf(slot, slot.mean) })),
          now: [{ x: percents(learnt.base), words: `all ${noun[1]}: ${percent(learnt.base)}` }],
        },
        titles: { x: 'Chance of success (percent)' },
      },
      { type: 'table', caption: 'The five best slots', table: slotTable(best, noun) },
    ],
  };
}

function slotTable(slots: readonly Slot[], [, several]: Noun): ResultTable {
  return {
    columns: [
      column('slot', 'text', 'Slot'),
      column('samples', 'integer', capital(several)),
      column('successes', 'integer', 'Went well'),
      column('mean', 'percent', 'Chance'),
      column('low', 'percent', 'From'),
      column('high', 'percent', 'To'),
      column('confidence', 'percent', 'Beats the base'),
      column('method', 'text', 'Method'),
    ],
    rows: slots.map((slot) => [
      slotText(slot),
      slot.samples,
      slot.successes,
      ...[slot.mean, slot.low, slot.high, slot.confidence],
      METHOD_TEXT[slot.method],
    ]),
  };
}

const STEPS = [
  { least: 0.1, words: ['+10 and more', '−10 and less'] },
  { least: 0.05, words: ['+5 to +10', '−5 to −10'] },
  { least: 0.02, words: ['+2 to +5', '−2 to −5'] },
] as const;

/** What is known of a slot with fewer is known of others: a colour would claim more. */
const FEWEST_DRAWN = 3;

/** The colour of a slot is that of its shrunk chance: a slot with three successes of three is not dark. */
function stepText({ mean, samples }: Slot, base: number): string {
  if (samples < FEWEST_DRAWN) return 'tried 0 to 2 times';
  const step = STEPS.find(({ least }) => Math.abs(mean - base) >= least);
  return step === undefined ? '−2 to +2' : step.words[mean > base ? 0 : 1];
}

function heatRows({ slots, base }: Learnt): readonly Datum[] {
  // By hour, then by weekday: the first rows decide the order of both axes.
  return slots
    .toSorted((a, b) => a.hour - b.hour || a.weekday - b.weekday)
    .map((slot) => ({
      row: hourText(slot.hour),
      column: dayText(slot.weekday),
      step: stepText(slot, base),
      said: slot.samples === 0 ? '–' : `${amount(slot.mean * 100)}·${amount(slot.samples)}`,
      sure: slot.samples >= FEWEST_DRAWN && (slot.low > base || slot.high < base) ? 1 : 0,
    }));
}

function weekSection(learnt: Learnt, { noun }: LearntSubject): Section {
  const tried = learnt.slots.filter(({ samples }) => samples > 0);
  const drawn = tried.filter(({ samples }) => samples >= FEWEST_DRAWN);
  const apart = drawn.filter(({ low, high }) => low > learnt.base || high < learnt.base);
  return {
    id: 'week',
    title: 'The week, hour by hour',
    lead: `${plural(tried.length, 'slot')} of 168 ${tried.length === 1 ? 'was' : 'were'} tried. ${apart.length === 0 ? 'None' : `${plural(apart.length, 'slot')}, with a dark border,`} ${apart.length === 1 || apart.length === 0 ? 'has an interval that leaves' : 'have an interval that leaves'} out the base rate of ${percent(learnt.base)}${apart.length > 0 ? `; by chance alone up to ${amount(Math.ceil(drawn.length / 5))} could` : ''}.`,
    blocks: [
      {
        type: 'chart',
        chart: 'week-heat',
        caption: `Chance of success in percent · number of ${noun[1]}. Colours: points above or below the base rate`,
        data: { rows: heatRows(learnt) },
      },
      {
        type: 'table',
        caption: 'Every slot that was tried, the best first',
        table: slotTable(
          tried.toSorted((a, b) => b.mean - a.mean),
          noun,
        ),
        folded: true,
      },
    ],
  };
}
