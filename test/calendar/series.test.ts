import { describe, expect, it } from 'vitest';
import type { SeriesEvent } from '../../src/calendar/event.ts';
import { icsOf } from '../../src/calendar/ics.ts';
import { occurrencesOf } from './occurrences.ts';

const lecture: SeriesEvent = {
  id: 'math-1',
  title: 'MATH',
  for: ['se2'],
  dates: ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'],
  begins: '08:30',
  ends: '10:00',
  zone: 'America/Toronto',
};

const fileOf = (more: Partial<SeriesEvent>) => icsOf([{ ...lecture, ...more }], { name: 'se2' });
const heldOf = async (more: Partial<SeriesEvent>) => occurrencesOf(await fileOf(more))[0]!.held;
const ruleOf = async (dates: readonly string[]) =>
  /^RRULE:(FREQ=(?:WEEK|DAI)LY.*)\r$/m.exec(await fileOf({ dates }))?.[1];

describe('a series in a calendar', () => {
  it('is at the same local time before and after a change of clocks', async () => {
    // Clocks in Toronto go back on Sunday 1 November 2026: from 4 hours behind UTC to 5.
    expect(await heldOf({})).toEqual([
      '2026-10-19 12:30-14:00',
      '2026-10-26 12:30-14:00',
      '2026-11-02 13:30-15:00',
      '2026-11-09 13:30-15:00',
    ]);
    // In Berlin on Sunday 25 October: from 2 hours ahead of UTC to 1.
    expect(await heldOf({ zone: 'Europe/Berlin' })).toEqual([
      '2026-10-19 06:30-08:00',
      '2026-10-26 07:30-09:00',
      '2026-11-02 07:30-09:00',
      '2026-11-09 07:30-09:00',
    ]);
    // In Sydney forward on Sunday 4 October: from 10 hours ahead of UTC to 11.
    const noon = { begins: '11:30', ends: '13:00' };
    expect(await heldOf({ zone: 'Australia/Sydney', dates: ['2026-09-28', '2026-10-05'], ...noon })).toEqual([
      '2026-09-28 01:30-03:00',
      '2026-10-05 00:30-02:00',
    ]);
    expect(await heldOf({ zone: 'UTC', dates: ['2026-10-19'] })).toEqual(['2026-10-19 08:30-10:00']);
    expect(await heldOf({ zone: 'Asia/Kolkata', dates: ['2026-10-19'] })).toEqual(['2026-10-19 03:00-04:30']);
  });

  it('has an exception at the very instant of a day on which it is not held, and no line for none', async () => {
    const dates = ['2026-10-05', '2026-10-19', '2026-10-26', '2026-11-09'];
    const text = await fileOf({ dates });
    expect(text).toContain('DTSTART;TZID=America/Toronto:20261005T083000\r\n');
    expect(text).toContain('RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=6\r\n');
    expect(text).toContain('EXDATE;TZID=America/Toronto:20261012T083000,20261102T083000\r\n');
    expect(occurrencesOf(text)[0]!.local.map((time) => time.slice(0, 10))).toEqual(dates);
    expect(await fileOf({})).not.toContain('EXDATE');
  });

  it('comes every so many weeks where it can, else in every week with exceptions', async () => {
    expect(await ruleOf(['2026-09-07', '2026-09-21', '2026-10-05'])).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=3');
    const uneven = ['2026-09-07', '2026-09-21', '2026-09-28'];
    expect(await ruleOf(uneven)).toBe('FREQ=WEEKLY;INTERVAL=1;COUNT=4');
    expect(occurrencesOf(await fileOf({ dates: uneven }))[0]!.local.map((time) => time.slice(0, 10))).toEqual(uneven);
    expect(await ruleOf(['2026-09-07'])).toBeUndefined();
    expect(await ruleOf(['2026-09-07', '2026-09-10', '2026-09-13'])).toBe('FREQ=DAILY;INTERVAL=3;COUNT=3');
  });

  it('may end at midnight and after it', async () => {
    const dates = ['2026-10-19', '2026-10-26'];
    expect(occurrencesOf(await fileOf({ dates, begins: '22:30', ends: '24:00' }))[0]!.local).toEqual([
      '2026-10-19 22:30-2026-10-20 00:00',
      '2026-10-26 22:30-2026-10-27 00:00',
    ]);
    expect(occurrencesOf(await fileOf({ dates, begins: '24:30', ends: '26:00' }))[0]!.local[0]).toBe(
      '2026-10-20 00:30-02:00',
    );
  });

  it('has names of any letters as they are, on lines of at most 75 bytes, and adds no event by them', async () => {
    const title = 'Logic, sets; proofs\\ \r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:not one \u{1F393}'.padEnd(120, ' é東');
    const text = await icsOf([{ ...lecture, title, place: 'Hall 1, "North"; 2', note: 'a,b\nc' }], { name: title });
    const events = occurrencesOf(text);
    expect(events).toMatchObject([
      { title: title.replaceAll('\r\n', '\n'), place: 'Hall 1, "North"; 2', note: 'a,b\nc' },
    ]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has no control characters, nor line breaks that only some readers know', async () => {
    const text = await fileOf({ title: 'a\u0007b\u2028c\u0085d\u000be' });
    expect(occurrencesOf(text)[0]!.title).toBe('a b c d e');
  });
});

describe('the zone of a series', () => {
  it('is the one whose rule calendars know, once for all events, under the name that calendars know', async () => {
    const two = [lecture, { ...lecture, id: 'phys-1' }].map((event) => ({ ...event, zone: 'US/Eastern' }));
    const text = await icsOf(two, { name: 'se2' });
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text).toContain('TZID:America/New_York\r\n');
    expect(text.match(/DTSTART;TZID=America\/New_York:20261019T083000/g)).toHaveLength(2);
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU');
    expect(await fileOf({ zone: 'america/toronto' })).toBe(await fileOf({}));
  });

  it('is written out where the rule of today is wrong for these days', async () => {
    // In 2028 Israel goes to summer time on Friday 24 March; the last Friday of that March is the 31st.
    const dates = ['2028-03-20', '2028-03-27', '2028-04-03'];
    expect(await heldOf({ zone: 'Asia/Jerusalem', dates })).toEqual([
      '2028-03-20 06:30-08:00',
      '2028-03-27 05:30-07:00',
      '2028-04-03 05:30-07:00',
    ]);
    // In 2006 clocks in Toronto went back on the last Sunday of October.
    expect(await heldOf({ dates: ['2006-10-23', '2006-10-30', '2006-11-06'] })).toEqual([
      '2006-10-23 12:30-14:00',
      '2006-10-30 13:30-15:00',
      '2006-11-06 13:30-15:00',
    ]);
    expect(await fileOf({ dates: ['2006-10-23', '2006-10-30'] })).toContain('DTSTART:20061029T020000\r\n');
  });

  it('is absent where no event has one', async () => {
    const day = { id: 'a', title: 'Deliver', from: '2026-09-07', to: '2026-09-07', for: ['se2'] };
    expect(await icsOf([day], { name: 'LA' })).not.toContain('VTIMEZONE');
    expect((await icsOf([day, lecture], { name: 'LA' })).match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });
});
