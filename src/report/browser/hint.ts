import type { InteractiveData } from '../charts/interactive-data.ts';
import { element } from './dom.ts';

/** What can be done with the charts, in a line above the first of them. */
export function addHint({ charts }: InteractiveData, first: HTMLElement): void {
  const selectable = charts.some(({ brush }) => brush !== null);
  const select =
    ' Drag over a chart, or click a mark, to select: the other charts and the tables show the same. Double-click or Esc clears.';
  const keys = ' With the keyboard: Tab to a chart, arrow keys, Enter.';
  first.before(element('p', 'hint', `Point at a chart to read its numbers.${selectable ? select : ''}${keys}`));
}
