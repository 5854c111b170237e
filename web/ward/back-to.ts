import { useSearch } from 'wouter';

/** Where a page was called from (`?ve=/ho-so/…/nop`): "Sửa" comes back to it. Only addresses of our own are followed. */
export function useBackTo(otherwise: string): { to: string; given: boolean } {
  const asked = new URLSearchParams(useSearch()).get('ve') ?? '';
  const given = /^\/(?!\/)/.test(asked) && !asked.includes('\\');
  return { to: given ? asked : otherwise, given };
}

/** The address of a page that comes back to `from` when it is done. */
export const andBack = (to: string, from: string): string => {
  const [path = '', hash] = to.split('#');
  return `${path}?${new URLSearchParams({ ve: from })}${hash === undefined ? '' : `#${hash}`}`;
};
