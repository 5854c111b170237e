/** One data object of an EMVCo code: its tag, where it stands ("62.08"), and its text. */
export type Field = { tag: string; path: string; value: string };

export type TlvFinding = { code: 'tlv-header' | 'tlv-length' | 'tlv-empty' | 'duplicate-tag'; tag?: string; detail?: string };

/**
 * Takes text apart into tag, length and value; lengths count characters (Unicode code points). It stops at the first place that
 * cannot be read. A repeated tag is reported; so is an empty field, which the standard forbids and banks print ("6200"), and left out.
 * @param path the tag that the text is the value of, '' for a whole payload
 * Source: EMVCo QR Code Specification for Payment Systems (Merchant-Presented Mode).
 */
export function readTlv(text: string, path = ''): { fields: Field[]; findings: TlvFinding[] } {
  const chars = [...text];
  const fields: Field[] = [];
  const findings: TlvFinding[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < chars.length; ) {
    const header = chars.slice(at, at + 4).join('');
    const inside = path === '' ? {} : { tag: path };
    if (!/^\d{4}$/.test(header)) return { fields, findings: [...findings, { code: 'tlv-header', ...inside, detail: `${header} @${at}` }] };

    const tag = header.slice(0, 2);
    const length = Number(header.slice(2));
    const here = path === '' ? tag : `${path}.${tag}`;
    const left = chars.length - at - 4;
    if (length > left) return { fields, findings: [...findings, { code: 'tlv-length', tag: here, detail: `${length} > ${left}` }] };

    if (seen.has(tag)) findings.push({ code: 'duplicate-tag', tag: here });
    seen.add(tag);
    if (length === 0) findings.push({ code: 'tlv-empty', tag: here });
    else fields.push({ tag, path: here, value: chars.slice(at + 4, at + 4 + length).join('') });
    at += 4 + length;
  }
  return { fields, findings };
}

/** Writes one data object. The value must have 1 to 99 characters. */
export function writeTlv(tag: string, value: string): string {
  return `${tag}${String([...value].length).padStart(2, '0')}${value}`;
}
