import { MOST_POSITIONS, parseArea } from './unit-area';

const SQUARE = [
  [113.1, 27.8],
  [113.2, 27.8],
  [113.2, 27.9],
  [113.1, 27.8],
];
const text = (value: unknown): string => JSON.stringify(value);
const ring = (count: number): number[][] => {
  const positions = Array.from({ length: count - 1 }, (_, i) => [113 + i / 1e5, 27 + (i % 7) / 1e4]);
  return [...positions, positions[0] as number[]];
};

it.each([
  ['a polygon', { type: 'Polygon', coordinates: [SQUARE] }],
  ['a multipolygon', { type: 'MultiPolygon', coordinates: [[SQUARE]] }],
  [
    'a feature',
    { type: 'Feature', properties: { name: '<b>x</b>' }, geometry: { type: 'Polygon', coordinates: [SQUARE] } },
  ],
  [
    'a collection of one',
    {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [SQUARE] } }],
    },
  ],
  [
    'heights and needless decimals',
    { type: 'Polygon', coordinates: [SQUARE.map(([x, y]) => [(x as number) + 1e-9, y, 42])] },
  ],
])('%s is read, and only its outline kept', (_, area) => {
  expect(parseArea(text(area))).toEqual({ type: 'MultiPolygon', coordinates: [[SQUARE]] });
});

it('takes as many positions as there may be', () => {
  expect(parseArea(text({ type: 'Polygon', coordinates: [ring(MOST_POSITIONS)] })).coordinates[0]?.[0]).toHaveLength(
    MOST_POSITIONS,
  );
});

it.each([
  ['no JSON', '{"type":'],
  ['something else', text({ type: 'Point', coordinates: [113, 27] })],
  ['nothing', text(null)],
  ['a list', text([SQUARE])],
  ['two features', text({ type: 'FeatureCollection', features: [{}, {}] })],
  ['no ring', text({ type: 'Polygon', coordinates: [] })],
  ['an open ring', text({ type: 'Polygon', coordinates: [[...SQUARE.slice(0, 3), [113.3, 27.8]]] })],
  ['a ring of three', text({ type: 'Polygon', coordinates: [[SQUARE[0], SQUARE[1], SQUARE[0]]] })],
  ['a line', text({ type: 'Polygon', coordinates: [[SQUARE[0], SQUARE[1], SQUARE[0], SQUARE[0]]] })],
  ['latitude first', text({ type: 'Polygon', coordinates: [SQUARE.map(([x, y]) => [y, x])] })],
  [
    'texts',
    text({
      type: 'Polygon',
      coordinates: [
        [
          ['113', '27'],
          ['113', '28'],
          ['114', '28'],
          ['113', '27'],
        ],
      ],
    }),
  ],
  ['a number that is none', '{"type":"Polygon","coordinates":[[[1e999,0],[1,0],[1,1],[1e999,0]]]}'],
  ['one position too many', text({ type: 'Polygon', coordinates: [ring(MOST_POSITIONS + 1)] })],
  ['a long text', text({ type: 'Polygon', coordinates: [SQUARE], more: 'x'.repeat(60_000) })],
])('%s is refused', (_, area) => {
  expect(() => parseArea(area)).toThrow(expect.objectContaining({ code: 'AREA_INVALID' }));
});
