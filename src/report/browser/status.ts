import type { InteractiveData } from '../charts/interactive-data.ts';
import { element } from './dom.ts';
import type { Selected, Selection } from './selection.ts';

/** A line at the foot of the screen that says what is selected, with a button that clears it. */
export function addStatus(data: InteractiveData, selection: Selection): void {
  const bar = element('div', 'selection');
  bar.setAttribute('role', 'status');
  const text = element('span', '');
  const button = element('button', '', 'Clear');
  button.type = 'button';
  button.addEventListener('click', () => selection.clear());
  bar.append(text, button);
  document.body.append(bar);
  bar.hidden = true;
  selection.follow((now) => {
    bar.hidden = now === null;
    text.textContent = now === null ? '' : `${counts(data, now) || 'nothing'} selected in “${now.caption}”`;
  });
}

/** "15 loans", "3 policies". */
function counts({ kinds, things }: InteractiveData, now: Selected): string {
  return kinds
    .flatMap(([one, many], kind) => {
      const count = [...now.things].filter((thing) => things[thing] === kind).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    })
    .join(', ');
}
