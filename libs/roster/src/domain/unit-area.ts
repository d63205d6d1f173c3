import { DomainError } from '@gridstaff/kernel';

/** [longitude, latitude] in degrees, WGS 84 (RFC 7946). */
export type Position = readonly [number, number];
/** Outer ring first, then holes; each ring ends where it begins. */
export type Rings = readonly (readonly Position[])[];

/** What a unit covers on the map, as the geometry of RFC 7946 alone. */
export interface UnitArea {
  type: 'MultiPolygon';
  coordinates: readonly Rings[];
}

/** Enough for the border of a district to some ten metres; an outline is drawn, nothing is computed from it. */
export const MOST_POSITIONS = 2_000;
export const LONGEST_AREA = 60_000;
/** About a tenth of a metre. */
const DECIMALS = 6;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function invalid(reason: string): never {
  throw new DomainError('AREA_INVALID', { reason }, { field: 'area' });
}

/**
 * A Polygon or MultiPolygon, by itself or as the geometry of a Feature, or a FeatureCollection of one; everything else in the text is left out.
 * @throws DomainError AREA_INVALID
 */
export function parseArea(text: string): UnitArea {
  if (text.length > LONGEST_AREA) invalid(`> ${LONGEST_AREA}`);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return invalid('JSON');
  }
  const geometry = geometryOf(read);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) invalid('coordinates');
  let positions = 0;
  const coordinates = polygons.map((rings: unknown): Rings => {
    if (!Array.isArray(rings) || rings.length === 0) invalid('coordinates');
    return rings.map((ring: unknown) => {
      if (!Array.isArray(ring) || ring.length < 4) invalid('ring < 4');
      positions += ring.length;
      if (positions > MOST_POSITIONS) invalid(`> ${MOST_POSITIONS}`);
      return ringOf(ring);
    });
  });
  return { type: 'MultiPolygon', coordinates };
}

function geometryOf(read: unknown): Record<string, unknown> {
  let value = read;
  if (isObject(value) && value.type === 'FeatureCollection' && Array.isArray(value.features)) {
    if (value.features.length !== 1) invalid('FeatureCollection');
    value = value.features[0];
  }
  if (isObject(value) && value.type === 'Feature') value = value.geometry;
  if (!isObject(value) || (value.type !== 'Polygon' && value.type !== 'MultiPolygon')) invalid('type');
  return value;
}

function ringOf(ring: readonly unknown[]): Position[] {
  const positions = ring.map(positionOf);
  const [first, last] = [positions[0] as Position, positions.at(-1) as Position];
  if (first[0] !== last[0] || first[1] !== last[1]) invalid('ring');
  if (new Set(positions.map(String)).size < 3) invalid('ring');
  return positions;
}

function positionOf(value: unknown): Position {
  if (!Array.isArray(value) || value.length < 2) invalid('position');
  const [longitude, latitude] = value as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') invalid('position');
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) invalid(`${longitude}, ${latitude}`);
  return [rounded(longitude), rounded(latitude)];
}

const rounded = (degrees: number): number => Math.round(degrees * 10 ** DECIMALS) / 10 ** DECIMALS;
