/** Outcomes of one channel, three a day: at 20:00 two of three days are better than usual, at 9:00 and 14:00 fewer. */
export function outcomesOf(count: number) {
  return Array.from({ length: count }, (_, k) => {
    const [day, hour] = [Math.floor(k / 3), [9, 14, 20][k % 3]!];
    const noise = (k * 7919) % 101;
    return {
      group: 'any',
      at: day * 86_400 + hour * 3600,
      weekday: (day + 3) % 7,
      hour,
      value: noise + (hour === 20 ? 60 : 0),
    };
  });
}

/** The same as a CSV file of an export, in UTC from 1 January 2024 on. */
export function outcomesCsv(count: number): string {
  const rows = outcomesOf(count).map(({ at, value }, k) => {
    const when = new Date(Date.UTC(2024, 0, 1) + at * 1000).toISOString().slice(0, 16);
    return `${when},p${k},${value},${value * 2}\n`;
  });
  return `posted_at,post_id,reach,likes\n${rows.join('')}`;
}
