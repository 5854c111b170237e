import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const packages = { pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdfsig: 'poppler-utils', qpdf: 'qpdf' };
export type Tool = keyof typeof packages;

/** What a program prints, on both of its channels; also when it fails. */
export async function outputOf(tool: Tool, ...args: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(tool, args, { maxBuffer: 2 ** 26 });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`;
  }
}

/** The programs that are not on this machine, with the Debian packages that bring them. */
export async function missingTools(): Promise<string[]> {
  const tools = Object.keys(packages) as Tool[];
  const answers = await Promise.all(tools.map((tool) => outputOf(tool, tool === 'qpdf' ? '--version' : '-v')));
  return tools.flatMap((tool, i) => (answers[i] ? [] : [`${tool} (Debian package ${packages[tool]})`]));
}
