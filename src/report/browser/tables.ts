import { element } from './dom.ts';
import { isSelected, type Selection } from './selection.ts';

interface Row {
  readonly element: HTMLElement;
  readonly about: readonly number[];
}

/** Shows the selection in every table whose rows are about something, and says at a fold what is selected behind it. */
export function addTables(selection: Selection): void {
  for (const table of document.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll<HTMLElement>('tr[data-about]')].map(rowOf);
    if (rows.length === 0) continue;
    const all = new Set(rows.flatMap(({ about }) => about));
    const fold = table.closest('details')?.querySelector('summary') ?? null;
    const remark = element('span', 'remark');
    fold?.append(remark);
    selection.follow((now) => {
      const concerned = now !== null && selection.concerns(all);
      const lit = concerned ? rows.filter(({ about }) => isSelected(about, now)) : [];
      const chosen = new Set(lit);
      for (const row of rows) row.element.classList.toggle('selected', chosen.has(row));
      remark.textContent = lit.length > 0 ? ` (${lit.length} selected)` : '';
    });
  }
}

function rowOf(row: HTMLElement): Row {
  return { element: row, about: (row.dataset.about ?? '').split(' ').map(Number) };
}
