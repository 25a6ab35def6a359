import type { Violation } from '../../../../audit/audit.ts';
import { groupBy, repeatsOf } from '../../../../audit/rows.ts';
import { type Fault, violationsOf } from '../../../../audit/violations.ts';
import { timeText } from '../facts/clock.ts';
import type { Facts, LogRow, Slot } from '../facts/facts.ts';
import { isHistory } from './fixed.ts';

/**
 * A log that cannot be read as one, or not aired as one: unknown names, a spot twice, positions that do not count from 1,
 * overlaps, spots during a live event.
 */
export function structureViolations(facts: Facts): readonly Violation[] {
  return [
    ...facts.log.flatMap((row) => unknown(facts, row)),
    ...twice(facts),
    ...[...groupBy(facts.log, (row) => row.break)].flatMap(([id, rows]) => positions(id, rows)),
    ...overlaps(facts),
    ...inEvents(facts),
  ];
}

function unknown(facts: Facts, row: LogRow): readonly Violation[] {
  const slot = facts.slot(row.break);
  return violationsOf([
    ['spots', facts.spot(row.spot) ? undefined : { entity: row.spot, text: `${row.spot} is not in the table spots` }],
    ['breaks', breakFault(row, slot)],
  ]);
}

function breakFault(row: LogRow, slot: Slot | undefined): Fault | undefined {
  if (slot === undefined) return { entity: row.break, text: `${row.break} is not among the breaks of these dates` };
  if (!slot.gone) return undefined;
  return { entity: row.break, text: `${row.break} is lost to a preemption and holds ${row.spot}` };
}

function twice(facts: Facts): readonly Violation[] {
  return repeatsOf(facts.log, (row) => row.spot).map(([spot, rows]) => {
    const where = rows.map((row) => row.break).join(', ');
    return { rule: 'spot_once', entity: spot, text: `${spot} stands ${rows.length} times in the log: ${where}` };
  });
}

function positions(id: string, rows: readonly LogRow[]): readonly Violation[] {
  if (rows.every((row, index) => row.position === index + 1)) return [];
  const found = rows.map((row) => row.position).join(', ');
  return [
    { rule: 'positions', entity: id, text: `the positions in ${id} are ${found}: they must count 1 to ${rows.length}` },
  ];
}

/** While a live event has the air, no spot begins; what really aired is another matter. */
function inEvents(facts: Facts): readonly Violation[] {
  return facts.placings.flatMap((placing) => {
    const { spot, at, start } = placing;
    const event = facts.events.find(({ begin, end }) => start >= begin && start < end);
    if (event === undefined || at.gone || isHistory(facts, placing)) return [];
    const time = timeText(facts.clock.momentOf(start).clock);
    return [
      { rule: 'preemption', entity: spot.id, text: `${spot.id} in ${at.id} would begin at ${time}, in ${event.text}` },
    ];
  });
}

/** One spot at a time, over all breaks. What has happened may have overlapped. */
function overlaps(facts: Facts): readonly Violation[] {
  const { placings } = facts;
  let last = placings[0];
  return placings.slice(1).flatMap((next) => {
    const before = last as NonNullable<typeof last>;
    if (next.end > before.end) last = next;
    if (next.start >= before.end || (!facts.given && isHistory(facts, next) && isHistory(facts, before))) return [];
    const text = `${next.spot.id} in ${next.at.id} begins ${before.end - next.start} s before ${before.spot.id} in ${before.at.id} ends`;
    return [{ rule: 'overlap', entity: next.spot.id, text }];
  });
}
