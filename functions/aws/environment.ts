/** The environment of a Lambda function, as its handler hands it in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that the stack gives to this function; a missing one is a fault of the stack, so it throws, at the start. */
export function setting(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`the function has no ${name}`);
  return value;
}
