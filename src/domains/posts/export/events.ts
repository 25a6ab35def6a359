import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../../calendar/event.ts';
import { recordsOf, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { clockText } from '../world/clock.ts';
import { zonesOf } from './zones.ts';

/** How long a post takes in a calendar, in minutes: nothing is shown of an event without a length. */
const LENGTH = 15;

/**
 * What stands in the calendars of channels and platforms: each post at its time, by the clocks of its channel. A time that
 * these clocks show twice is given in UTC, so that it is one.
 */
export function eventsOf(run: Run): readonly CalendarEvent[] {
  const zones = zonesOf(run);
  return recordsOf(run.tables.plan).map((row): CalendarEvent => {
    const [post, channel, platform, title, type] = (['post', 'channel', 'platform', 'title', 'type'] as const).map(
      (name) => textOf(row, name),
    ) as [string, string, string, string, string];
    const instant = Temporal.Instant.from(textOf(row, 'at'));
    const own = zones.get(channel) ?? 'UTC';
    const local = instant.toZonedDateTimeISO(own).toPlainDateTime();
    const zone = local.toZonedDateTime(own).epochMilliseconds === instant.epochMilliseconds ? own : 'UTC';
    const shown = instant.toZonedDateTimeISO(zone);
    const end = shown.toPlainDateTime().add({ minutes: LENGTH });
    const midnight = end.toPlainDate().equals(shown.toPlainDate()) ? 0 : 24;
    return {
      id: `${channel}/${post}`,
      title: title === '' ? `${post} (${channel})` : `${title} (${channel})`,
      note: [type, textOf(row, 'priority'), textOf(row, 'state')].filter((part) => part !== '').join(', '),
      place: channel,
      for: ['everyone', channel, platform],
      dates: [shown.toPlainDate().toString()],
      begins: clockText(shown.hour * 60 + shown.minute),
      ends: clockText((end.hour + midnight) * 60 + end.minute),
      zone,
    };
  });
}
