import { expect, it } from 'vitest';
import { icsOf } from '../../src/calendar/ics.ts';

it('a calendar has the same bytes whatever the time zone of the machine', async () => {
  const about = { title: 'MATH', for: ['se2'], begins: '02:30', ends: '04:00' };
  const sundays = ['2026-10-25', '2026-11-01', '2026-11-15', '2027-03-14', '2027-03-28'];
  const events = ['America/Toronto', 'Europe/Berlin', 'Asia/Jerusalem'].map((zone) => ({
    ...{ ...about, id: zone, zone, dates: sundays },
  }));
  const day = { id: 'day', title: 'Deliver', from: '2026-11-01', to: '2026-11-01', hour: '09:00', for: ['se2'] };
  const files = new Set<string>();
  for (const [zone, minutes] of [
    ['UTC', 0],
    ['America/Toronto', 300],
    ['Pacific/Apia', -780],
  ] as const) {
    process.env.TZ = zone;
    expect(new Date('2026-12-01').getTimezoneOffset()).toBe(minutes);
    files.add(await icsOf([...events, day], { name: 'se2' }));
  }
  expect(files.size).toBe(1);
});
