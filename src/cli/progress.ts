import ora from 'ora';
import { plural, type Watch } from '../index.ts';

/** A progress line on stderr that goes away by itself. */
export interface Progress {
  readonly watch: Watch;
  readonly stop: () => void;
}

/**
 * Shows the stages of a run as they begin and end.
 *
 * The engine works without a pause, so the line is drawn at every stage and does not turn in between. The cursor and
 * the keyboard are left alone: whoever changes them must catch signals, and then Ctrl-C would wait for the solver.
 */
export function progress(title: string, on: boolean): Progress {
  if (!on) return { watch: { begin: () => {}, end: () => {} }, stop: () => {} };
  const spinner = ora({ stream: process.stderr, hideCursor: false, discardStdin: false, text: title }).start();
  const done: string[] = [];
  const draw = (doing: string) => {
    spinner.text = [title, ...done.slice(-2), doing].filter((part) => part !== '').join(' · ');
    spinner.render();
  };
  return {
    watch: {
      begin: (_stage, doing) => draw(`${doing} …`),
      end: (stage, rows) => {
        done.push(`${stage}: ${plural(rows, 'row')}`);
        draw('');
      },
    },
    stop: () => void spinner.stop(),
  };
}
