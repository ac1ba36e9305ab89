import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { coloured, Lines } from './map-data'
import { LOOKS } from './run-looks'

type Ground = ReturnType<typeof coloured>

const is = (kind: string): ['==', ['get', string], string] => ['==', ['get', 'kind'], kind]

/** One layer a look: a layer has one dash. */
const tourLayers: LayerSpecification[] = LOOKS.map(({ colour, dash }, look) => ({
  id: `tour-${look}`,
  type: 'line',
  source: 'tours',
  filter: ['==', ['get', 'look'], look],
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': colour,
    'line-width': 3,
    ...(dash.length > 0 ? { 'line-dasharray': [...dash] } : {}),
  },
}))

/** The whole look of the map, from what lies below to what lies above. No tiles, no glyphs, no pictures: nothing is fetched. */
export const styleOf = (ground: Ground, tours: Lines): StyleSpecification => ({
  version: 8,
  sources: { ground: { type: 'geojson', data: ground }, tours: { type: 'geojson', data: tours } },
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': '#f5f7f6' } },
    { id: 'river', type: 'fill', source: 'ground', filter: is('river'), paint: { 'fill-color': '#c9dfee' } },
    { id: 'park', type: 'fill', source: 'ground', filter: is('park'), paint: { 'fill-color': '#dcefd0' } },
    {
      id: 'road',
      type: 'line',
      source: 'ground',
      filter: is('road'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': '#ffffff',
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, ['match', ['get', 'detail'], 'avenue', 3, 1.5], 16, 12],
      },
    },
    {
      id: 'community',
      type: 'fill',
      source: 'ground',
      filter: is('community'),
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.9 },
    },
    {
      id: 'building',
      type: 'fill',
      source: 'ground',
      filter: is('building'),
      minzoom: 14,
      paint: { 'fill-color': '#16201c', 'fill-opacity': 0.16 },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'ground',
      filter: is('community'),
      paint: {
        'line-color': '#074f3c',
        'line-width': ['case', ['get', 'chosen'], 3.5, 1],
      },
    },
    {
      id: 'casing',
      type: 'line',
      source: 'tours',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 5.5, 'line-opacity': 0.85 },
    },
    ...tourLayers,
  ],
})
