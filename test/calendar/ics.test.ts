import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { icsOf } from '../../src/calendar/ics.ts';

const loan = {
  id: 'loan-1',
  title: 'Audi A4; with "quotes", and a \\ in it',
  note: 'V1\nsecond line',
  from: '2025-12-29',
  to: '2026-01-04',
  for: ['Ada Lark', '101'],
};
const drive = {
  id: 'delivery-1',
  title: 'Deliver Audi A4',
  from: '2025-12-29',
  to: '2025-12-29',
  for: ['drivers', 'LA'],
};

/** The file as another library reads it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    return { uid: event.uid, title: event.summary, from: String(event.startDate), to: String(event.endDate) };
  });

describe('a calendar', () => {
  it('has an event with an hour in that hour, wherever it is read', async () => {
    const at = async (hour: string) => read(await icsOf([{ ...drive, hour }], { name: 'LA' }));
    expect(await at('09:00')).toMatchObject([{ from: '2025-12-29T09:00:00', to: '2025-12-29T10:00:00' }]);
    expect(await at('23:00')).toMatchObject([{ from: '2025-12-29T23:00:00', to: '2025-12-30T00:00:00' }]);
  });
  it('is read by another library as it was written, a day after the last one being its end', async () => {
    expect(read(await icsOf([drive, loan], { name: 'LA', for: 'ada lark' }))).toEqual([
      { uid: 'loan-1@evenhand', title: loan.title, from: '2025-12-29', to: '2026-01-05' },
    ]);
  });

  it('has lines of at most 75 bytes that all end with a line break, and letters that mean something there as letters', async () => {
    const title = `a, b; c\\ ${'\u{1F697}é\u6771'.repeat(40)}`;
    const text = await icsOf([{ ...loan, title, note: 'one\r\ntwo\nthree' }], { name: `${title}, 2` });
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).toContain('SUMMARY:a\\, b\\; c\\\\ ');
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(new ICAL.Event(event!)).toMatchObject({ summary: title, description: 'one\ntwo\nthree' });
  });

  it('is that of the first ones whom events are for, where nobody is named', async () => {
    expect(read(await icsOf([drive, loan], { name: 'LA' })).map(({ uid }) => uid)).toEqual(['delivery-1@evenhand']);
  });

  it('knows people by id, too', async () => {
    expect(read(await icsOf([drive, loan], { name: 'LA', for: '101' }))).toHaveLength(1);
  });

  it('has the same bytes each time', async () => {
    expect(await icsOf([drive], { name: 'LA' })).toBe(await icsOf([drive], { name: 'LA' }));
  });

  it('names the nearest one where nothing is for whom it asks', async () => {
    await expect(icsOf([drive, loan], { name: 'LA', for: 'Ada Lurk' })).rejects.toThrow(
      'nothing in this schedule is for "Ada Lurk"',
    );
  });

  it('of nothing has no events', async () => {
    expect(read(await icsOf([], { name: 'LA' }))).toEqual([]);
  });
});
