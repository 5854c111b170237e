import { html } from 'hono/html';
import type { Html } from './frame.ts';

type Point = readonly [longitude: number, latitude: number];
/** A line on the map with the number that it has in the list, if there is one. */
export type Drawn = { number?: number; name: string; href: string; line: readonly Point[] };

const width = 800;
const margin = 40;

/** Street lines as a picture that needs neither script nor a tile server: each line leads to its street. Nothing to draw is nothing. */
export function mapPicture(streets: readonly Drawn[], label: string): Html | undefined {
  const points = streets.flatMap(({ line }) => line);
  if (points.length === 0) return undefined;
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  // A degree of longitude is shorter than one of latitude; a single point still gets a few streets around it.
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const span = Math.max((east - west) * shrink, (north - south) * 1.2, 0.004);
  const scale = (width - 2 * margin) / span;
  const height = Math.max(Math.round((north - south) * scale) + 2 * margin, 240);
  const left = (width - (east - west) * shrink * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  const place = ([x, y]: Point): [number, number] => [
    Math.round((left + (x - west) * shrink * scale) * 10) / 10,
    Math.round((top + (north - y) * scale) * 10) / 10,
  ];
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="group" aria-label="${label}">${streets.map((street) => drawn(street, place))}</svg>`;
}

function drawn({ number, name, href, line }: Drawn, place: (point: Point) => [number, number]): Html {
  const placed = line.map(place);
  const [x, y] = placed[Math.floor(placed.length / 2)] ?? [0, 0];
  const points = placed.map((each) => each.join(',')).join(' ');
  const wording = number === undefined ? name : `${number}. ${name}`;
  return html`<a href="${href}" aria-label="${wording}"><title>${wording}</title><polyline class="edge" points="${points}"/><polyline points="${points}"/>${number === undefined ? '' : html`<circle cx="${x}" cy="${y}" r="13"/><text x="${x}" y="${y}">${number}</text>`}</a>`;
}
