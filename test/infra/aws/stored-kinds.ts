/** Which files each handler may store: what its role says (test/infra/aws), and what the bucket of test/functions/lambda takes from it. */
export const storedKinds: Readonly<Record<string, readonly string[]>> = {
  api: ['/ceremonies/*', '/certificates/*/*', '/snapshots/*', '/uploads/*'],
  lists: ['/uploads/*'],
  papers: ['/records/*'],
  render: ['/certificates/*'],
  packs: ['/ceremonies/*'],
};
