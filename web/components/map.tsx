import { lazy, type ReactNode, Suspense } from 'react';
import type { MapCanvasProps } from './map-canvas.tsx';
import { Waiting } from './waiting.tsx';

// Leaflet is 40 KB: it comes only with a page that shows a map.
const Canvas = lazy(() => import('./map-canvas.tsx'));

/** A map of lines and points, without anybody's tiles. Whatever it shows stands in words beside it as well. */
export const LineMap = (of: MapCanvasProps): ReactNode => (
  <div className="map-frame">
    <Suspense fallback={<Waiting lines={3} />}>
      <Canvas {...of} />
    </Suspense>
  </div>
);
