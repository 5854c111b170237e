/** Stands for a part of the world that this handler has no right to: using it is a bug and throws. */
export const notProvided = <T extends object>(what: string): T =>
  new Proxy({} as T, {
    get: () => {
      throw new Error(`this door has no ${what}`);
    },
  });
