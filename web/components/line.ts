/** A point on the map as the API keeps it: longitude, latitude in degrees. */
export type Point = [longitude: number, latitude: number];
export type Line = readonly Point[];

/** As many points as the API takes. */
export const mostPoints = 200;

/** "20,8597; 106,6831" or "20.8597, 106.6831" (latitude first, as maps write it); undefined when it is no place. */
export function readPoint(text: string): Point | undefined {
  const found = /^\s*(-?\d+(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d+(?:[.,]\d+)?)\s*$/.exec(text);
  if (!found) return undefined;
  const [latitude, longitude] = [found[1], found[2]].map((part) => Number((part as string).replace(',', '.'))) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? pointAt(longitude, latitude) : undefined;
}

/** A point with six decimals: a tenth of a metre is as exact as anybody draws. */
export const pointAt = (longitude: number, latitude: number): Point => [rounded(longitude), rounded(latitude)];
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The point as people copy it from a map: "20.8597, 106.6831". */
export const pointText = ([longitude, latitude]: Point): string => `${latitude}, ${longitude}`;

/** Length in metres along the line (haversine on a sphere of 6,371 km, which is within half a percent). */
export function lengthOf(line: Line): number {
  let metres = 0;
  for (const [at, point] of line.entries()) {
    const before = line[at - 1];
    if (before) metres += distance(before, point);
  }
  return metres;
}

function distance([lon1, lat1]: Point, [lon2, lat2]: Point): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(a));
}
