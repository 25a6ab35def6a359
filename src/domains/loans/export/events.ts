import type { CalendarEvent } from '../../../calendar/event.ts';
import { recordsOf, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { addDays, isDate } from '../../../tables/dates.ts';
import { partnerName } from '../report/about.ts';
import { settingsOf } from '../report/settings.ts';
import { loanDays } from '../scenario.ts';
import { carText } from '../words.ts';

/** What drivers have to do each day, and what each partner has for how long. */
export function eventsOf(run: Run): readonly CalendarEvent[] {
  const days = loanDays(settingsOf(run));
  // A schedule that was given may have a row without a day: its audit says so, and no calendar can hold it.
  const placed = recordsOf(run.tables.assignments).filter((row) => isDate(textOf(row, 'start_day')));
  const loans = placed.map((row) => {
    const [vin, person, from, office] = ['vin', 'person_id', 'start_day', 'office'].map((name) => textOf(row, name));
    const car = carText(textOf(row, 'make'), textOf(row, 'model'));
    const id = `${vin}-${person}-${from}`.replace(/[^\w-]+/g, '_');
    const hour = textOf(row, 'hour');
    return {
      ...{ vin, person, office, car, id, hour, name: partnerName(row) },
      from: from!,
      to: addDays(from!, days - 1),
    };
  });
  return [
    ...loans.flatMap(({ id, vin, office, car, name, from, to, hour }): readonly CalendarEvent[] => {
      const drivers = ['drivers', office!];
      const note = `${vin}, ${office}`;
      return [
        {
          ...{ id: `delivery-${id}`, title: `Deliver ${car} to ${name}`, note, from, to: from, for: drivers },
          // There only where the rule hours is on; nobody plans the hour of a pick-up.
          ...(hour !== '' && { hour }),
        },
        { id: `pickup-${id}`, title: `Pick up ${car} from ${name}`, note, from: to, to, for: drivers },
      ];
    }),
    ...loans.map(({ id, vin, person, car, name, from, to }): CalendarEvent => {
      return { id: `loan-${id}`, title: car, note: vin!, from, to, for: [name, person!] };
    }),
  ];
}
