/** Periods as first and last ones: 0, 1, 4 is "0-1;4-4". */
export function spansOf(periods: Iterable<number>): string {
  const spans: [number, number][] = [];
  for (const period of [...new Set(periods)].toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === period - 1) last[1] = period;
    else spans.push([period, period]);
  }
  return spans.map((span) => span.join('-')).join(';');
}
