import type { Drawn } from './chart.ts';
import { toggle } from './pointer.ts';

/** The arrow keys go from mark to mark and tell of each; Enter selects it. */
export function listenToKeys(drawn: Drawn): void {
  const { area, tell, told } = drawn;
  area.addEventListener('keydown', (event) => {
    const mark = told();
    if ((event.key === 'Enter' || event.key === ' ') && mark !== null) {
      event.preventDefault();
      toggle(drawn, mark);
      return;
    }
    if (event.key === 'Escape') return tell(null);
    const next = nextOf(drawn, mark, event.key);
    if (next === undefined) return;
    event.preventDefault();
    tell(next);
  });
  area.addEventListener('blur', () => tell(null));
}

function nextOf({ picture }: Drawn, mark: number | null, key: string): number | undefined {
  const marks = [...new Set(picture().boxes.map((box) => box.mark))].sort((a, b) => a - b);
  const at = mark === null ? -1 : marks.indexOf(mark);
  if (key === 'ArrowRight' || key === 'ArrowDown') return marks[Math.min(at + 1, marks.length - 1)];
  if (key === 'ArrowLeft' || key === 'ArrowUp') return marks[Math.max(at - 1, 0)];
  if (key === 'Home') return marks[0];
  return key === 'End' ? marks.at(-1) : undefined;
}
