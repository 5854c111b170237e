import L from 'leaflet';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Line, Point } from './line.ts';
import { pointAt } from './line.ts';
import 'leaflet/dist/leaflet.css';
import '../styles/map.css';

export type MapCanvasProps = {
  /** What the map is of, for those who do not see it. */
  label: string;
  /** The line that the page is about. */
  line: Line;
  /** Lines around it, to find one's way by. */
  others?: readonly Line[];
  /** Makes the map a drawing board: a click adds a point, points can be dragged. */
  change?: (line: Line) => void;
  /** Name of a point, for those who do not see it. */
  pointName?: (at: number) => string;
  /** Where to look when there is nothing to see yet. */
  around?: Point | undefined;
};

/** Where to look first when nothing is known: Vietnam. */
const vietnam = L.latLngBounds([8.2, 102.1], [23.4, 109.5]);

/** The map itself; loaded by `LineMap`. */
export default function MapCanvas(of: MapCanvasProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>(undefined);
  const drawn = useRef<L.LayerGroup>(undefined);
  const latest = useRef(of);
  latest.current = of;

  useEffect(() => {
    const made = L.map(box.current as HTMLElement, { preferCanvas: true, attributionControl: false, maxZoom: 20, zoomSnap: 0.5 });
    L.control.scale({ imperial: false }).addTo(made);
    new Squares({ maxZoom: 20 }).addTo(made);
    made.on('click', ({ latlng }) => {
      const { line, change } = latest.current;
      change?.([...line, pointAt(latlng.lng, latlng.lat)]);
    });
    look(made, latest.current);
    map.current = made;
    drawn.current = L.layerGroup().addTo(made);
    const watch = new ResizeObserver(() => made.invalidateSize());
    watch.observe(box.current as HTMLElement);
    return () => {
      watch.disconnect();
      made.remove();
    };
  }, []);

  const { line, others, around } = of;
  const editable = of.change !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when what it shows changes; the rest it reads when it is needed
  useEffect(() => {
    if (map.current && drawn.current) draw(map.current, drawn.current, latest);
  }, [line, others, editable]);
  useEffect(() => {
    if (map.current && around) map.current.setView([around[1], around[0]], 17);
  }, [around]);

  return <div ref={box} className="map" role="application" aria-label={of.label} />;
}

function look(map: L.Map, { line, others = [], around }: MapCanvasProps): void {
  const seen = line.length > 0 ? line : others.flat();
  if (seen.length > 1) map.fitBounds(L.latLngBounds(seen.map(swapped)).pad(0.2), { maxZoom: 18 });
  else if (seen[0] ?? around) map.setView(swapped((seen[0] ?? around) as Point), 17);
  else map.fitBounds(vietnam);
}

function draw(map: L.Map, layer: L.LayerGroup, latest: { current: MapCanvasProps }): void {
  const { line, others = [], change, pointName } = latest.current;
  const style = getComputedStyle(map.getContainer());
  layer.clearLayers();
  for (const other of others)
    L.polyline(other.map(swapped), { color: style.getPropertyValue('--control'), weight: 3, interactive: false }).addTo(layer);
  L.polyline(line.map(swapped), { color: style.getPropertyValue('--brand'), weight: 6, interactive: false }).addTo(layer);
  for (const [at, point] of line.entries()) {
    const end = at === 0 || at === line.length - 1;
    if (!change && !end) continue;
    const icon = L.divIcon({ className: `map-point${end ? ' end' : ''}`, iconSize: [24, 24] });
    const name = pointName?.(at) ?? '';
    const marker = L.marker(swapped(point), { icon, draggable: change !== undefined, keyboard: false, title: name, alt: name });
    marker.on('dragend', () => {
      const { lng, lat } = marker.getLatLng();
      latest.current.change?.(latest.current.line.map((each, index) => (index === at ? pointAt(lng, lat) : each)));
    });
    marker.addTo(layer);
  }
}

const swapped = ([longitude, latitude]: Point): [number, number] => [latitude, longitude];

/** Empty squares in place of pictures: one sees that the map moves, and how far. */
class Squares extends L.GridLayer {
  protected override createTile(): HTMLElement {
    return L.DomUtil.create('div', 'map-square');
  }
}
