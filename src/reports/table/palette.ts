import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../../model.js';

type Paint = (text: string) => string;

/** What the colours mean. Without colour every paint leaves the text as it is: colour never carries a fact alone. */
export interface Palette {
  readonly strong: Paint;
  readonly dim: Paint;
  readonly code: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly unsure: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

// chalk looks at the terminal by itself and knows nothing of NO_COLOR, so it is told: 0 is none, 1 the sixteen colours
// that every theme makes legible.
export function paletteFor(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  // A chalk joins all its arguments, and map hands over three.
  const only =
    (paint: ChalkInstance): Paint =>
    (text) =>
      paint(text);
  return {
    strong: only(chalk.bold),
    dim: only(chalk.dim),
    code: only(chalk.cyan),
    good: only(chalk.green.bold),
    bad: only(chalk.red.bold),
    unsure: only(chalk.yellow),
    severity: {
      critical: only(chalk.red.bold.inverse),
      high: only(chalk.red.bold),
      medium: only(chalk.yellow.bold),
      low: only(chalk.blueBright.bold),
      info: only(chalk.bold),
    },
  };
}
