import type { ReactElement } from 'react';
import type { UnitDetail } from '../../shared/api';

type Area = NonNullable<UnitDetail['area']>;

const WIDTH = 320;
const TALLEST = 240;
const MARGIN = 8;

/** Degrees to points of the drawing: a degree of longitude is shorter the farther from the equator. */
function drawn({ coordinates }: Area): { path: string; height: number } {
  const all = coordinates.flat(2) as [number, number][];
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max((east - west) * narrow, 1e-6);
  const high = Math.max(north - south, 1e-6);
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / high);
  const point = ([x, y]: readonly number[]): string =>
    `${(MARGIN + ((x ?? 0) - west) * narrow * scale).toFixed(1)} ${(MARGIN + (north - (y ?? 0)) * scale).toFixed(1)}`;
  return {
    path: coordinates
      .flat()
      .map((ring) => `M${ring.map(point).join('L')}Z`)
      .join(''),
    height: Math.ceil(high * scale + 2 * MARGIN),
  };
}

/** The shape of a unit, without a map below it. */
export function Outline({ area, label }: { area: Area; label: string }): ReactElement {
  const { path, height } = drawn(area);
  return (
    <svg className="unit-outline" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} role="img" aria-label={label}>
      <path d={path} fillRule="evenodd" />
    </svg>
  );
}
