import { plural, type Watch } from '../../index.ts';
import { spinner } from './spinner.ts';

/** A progress line on stderr that goes away by itself. */
export interface Progress {
  readonly watch: Watch;
  /** Writes above the line, which stands below it afterwards. */
  readonly aside: (write: () => void) => void;
  readonly stop: () => void;
}

/**
 * Shows the stages of a run as they begin and end.
 *
 * The engine works without a pause, so the line is drawn at every stage and does not turn in between.
 */
export async function progress(title: string, on: boolean): Promise<Progress> {
  if (!on) return { watch: { begin: () => {}, end: () => {} }, aside: (write) => write(), stop: () => {} };
  const line = (await spinner(title)).start();
  const done: string[] = [];
  const draw = (doing: string) => {
    line.text = [title, ...done.slice(-2), doing].filter((part) => part !== '').join(' · ');
    line.render();
  };
  return {
    watch: {
      begin: (_stage, doing) => draw(`${doing} …`),
      end: (stage, rows) => {
        done.push(`${stage}: ${plural(rows, 'row')}`);
        draw('');
      },
    },
    aside: (write) => {
      line.clear();
      write();
      line.render();
    },
    stop: () => void line.stop(),
  };
}

/** The same watch with words before what is being done: which of several runs it is. */
export const numbered = ({ begin, end }: Watch, before: string): Watch => ({
  begin: (stage, doing) => begin(stage, before + doing),
  end,
});
