import type { InteractiveData } from '../charts/interactive-data.ts';
import { drawChart } from './chart.ts';
import { addHint } from './hint.ts';
import { selectionOf } from './selection.ts';
import { addStatus } from './status.ts';
import { addTables } from './tables.ts';
import { tooltipOf } from './tooltip.ts';

/** Draws the charts of the page again so that they answer. Whatever fails leaves the picture that was there. */
async function start(): Promise<void> {
  const text = document.getElementById('charts')?.textContent;
  if (!text) return;
  const data = JSON.parse(text) as InteractiveData;
  const selection = selectionOf(data);
  const tooltip = tooltipOf();
  let first: HTMLElement | undefined;
  for (const chart of data.charts) {
    const figure = document.querySelector<HTMLElement>(`figure[data-chart="${CSS.escape(chart.id)}"]`);
    if (figure === null) continue;
    try {
      await drawChart(figure, chart, selection, tooltip);
      first ??= figure;
    } catch (error) {
      console.error(`the chart ${chart.id} stays as it is printed:`, error);
    }
  }
  if (first === undefined) return;
  addTables(selection);
  addStatus(data, selection);
  addHint(data, first);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') selection.clear();
  });
}

void start();
