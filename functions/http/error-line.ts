/**
 * What a log says of an error: its name and where it was thrown. Its message only when it is one of our own, which name ids and nothing
 * else: the engine's, the database's and the parsers' messages quote what people typed ("Nguyễn V"... is not valid JSON).
 */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name === 'Error' ? `Error: ${error.message}` : error.name, ...frames].join('\n');
}
