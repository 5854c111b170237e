/** What localStorage holds under a name, as JSON; undefined when nothing is there or it cannot be read. */
export function fromStorage(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
