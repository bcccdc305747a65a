import type { VNode } from 'preact';
import type { OpenPort } from '../ports.js';
import { count, thousands } from '../words.js';

/*
 * The wall of a host, from port 1 to 65535 on a logarithmic scale, and its pores. Places across are percentages, so
 * that a narrow screen squeezes the wall and not the letters.
 */

const WALL = { top: 4, height: 88 };
const LANES = [56, 38, 74];
const RADIUS = { critical: 14, high: 12, medium: 10, low: 9, info: 7, none: 7 };
/** Two pores closer than this would overlap on a telephone; two labels need more. */
const PORE_GAP = 11;
const LABEL_GAP = 13;
const LABEL_ROWS = [110, 126, 142];
const SCALE = [1, 10, 100, 1000, 10000, 65535];
const MARGIN = 3;

export function PortMap({ ports, swept, id }: { readonly ports: readonly OpenPort[]; readonly swept: number; readonly id: string }): VNode {
  const places = ports.map(({ port }) => across(port));
  const lanes = spread(places, LANES, PORE_GAP);
  const labels = spread(places, LABEL_ROWS, LABEL_GAP);
  const pores = ports.map((open, i) => ({
    ...open,
    x: `${places[i]}%`,
    y: lanes[i] ?? LANES[i % LANES.length]!,
    label: labels[i],
  }));
  return (
    <figure class="map">
      <svg role="img" height={Math.max(WALL.height, ...labels.map((y) => y ?? 0)) + 10} aria-labelledby={`${id}-map`}>
        <title id={`${id}-map`}>
          {`${count(ports.length, 'open port')} of ${thousands(swept)}: ${ports.map(({ port, worst }) => `${port}${worst ? ` (${worst})` : ''}`).join(', ')}`}
        </title>
        <rect class="wall" x="0" y={WALL.top} width="100%" height={WALL.height} rx="5" />
        <rect fill="url(#grain)" x="0" y={WALL.top} width="100%" height={WALL.height} rx="5" />
        {SCALE.map((port) => (
          <text class="scale" x={`${across(port)}%`} y={WALL.top + 14}>
            {port < 65535 ? thousands(port) : '65k'}
          </text>
        ))}
        {pores.map(({ x, y, label }) => label && <line class="stem" x1={x} x2={x} y1={y} y2={label - 11} />)}
        {pores.map(({ x, y, port, speaks, worst }) => (
          <circle class={`pore ${worst ?? ''}`.trim()} cx={x} cy={y} r={RADIUS[worst ?? 'none']}>
            <title>{`${port}/tcp ${speaks}${worst ? `, ${worst}` : ''}`}</title>
          </circle>
        ))}
        {pores.map(
          ({ x, port, label }) =>
            label && (
              <text x={x} y={label}>
                {port}
              </text>
            ),
        )}
      </svg>
      <figcaption>
        Where the wall is open, from port 1 to 65,535 on a logarithmic scale. The wider the ring, the worse the finding.
      </figcaption>
    </figure>
  );
}

/** Per cent of the width, rounded: the last bits of a logarithm differ between machines. */
const across = (port: number): number => Number((MARGIN + (Math.log(port) / Math.log(65535)) * (100 - 2 * MARGIN)).toFixed(2));

/** Gives each place the first row where its left neighbour is far enough away; undefined where every row is taken. */
function spread(places: readonly number[], rows: readonly number[], gap: number): (number | undefined)[] {
  const taken = new Map(rows.map((row) => [row, -Infinity]));
  return places.map((place) => {
    const row = rows.find((candidate) => place - taken.get(candidate)! >= gap);
    if (row !== undefined) taken.set(row, place);
    return row;
  });
}

/** Pits of travertine: centre and radii, scattered by hand. */
const PITS = [
  [9, 12, 2.6, 1.1],
  [31, 30, 1.4, 1],
  [52, 9, 1.8, 0.9],
  [20, 52, 3.4, 1.3],
  [47, 66, 1.6, 1.2],
  [71, 41, 2.2, 0.8],
  [84, 78, 3, 1.4],
  [93, 19, 1.2, 0.9],
  [112, 57, 2.8, 1],
  [126, 33, 1.5, 1.1],
  [139, 84, 2, 0.9],
  [150, 14, 3.2, 1.2],
  [163, 63, 1.3, 1],
  [178, 42, 2.4, 1],
  [8, 81, 1.9, 1.2],
  [184, 80, 1.2, 0.8],
] as const;

/** What all maps share: the depth of a pore and the grain of the stone. */
export function MapParts(): VNode {
  return (
    <svg class="hidden" aria-hidden="true" focusable="false">
      <defs>
        <radialGradient id="depth" cx="50%" cy="36%" r="66%">
          <stop offset=".7" class="deep" />
          <stop offset="1" class="rim" />
        </radialGradient>
        <pattern id="grain" class="grain" width="190" height="92" patternUnits="userSpaceOnUse">
          {PITS.map(([cx, cy, rx, ry]) => (
            <ellipse cx={cx} cy={cy} rx={rx} ry={ry} />
          ))}
        </pattern>
      </defs>
    </svg>
  );
}
