import fc from 'fast-check';

/** A JSON schema as docs/openapi.json spells it. */
export type Schema = {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[] | undefined;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema | false;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
};

/** Letters that break programs: nothing, half of a pair, right-to-left, marks without a letter, formulas, other scripts' digits. */
const oddLetters = [
  '\0',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u0301',
  '\u200b',
  '\ufeff',
  '\n',
  '"',
  '\\',
  '<',
  '=',
  '#',
  '%',
  '٣',
  'ﬁ',
  '🏮',
  'Đ',
  'ẽ',
  'İ',
  'ß',
];
const words = fc.oneof(
  fc.constantFrom('Phở Hương', 'số 12A', 'ngõ 3/4', '0904123456', 'x'),
  fc.string({ unit: fc.oneof(fc.constantFrom(...oddLetters), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 30 }),
);

const huge = 'Đ'.repeat(50_000);
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: [inner] }), 1);
/** Values that fit nowhere, or hardly. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', ' ', 0, -1, 1.5, 2 ** 53, -(2 ** 63), 1e308, 5e-324, [], {}, huge, [[]], { length: 9 }),
  fc.constantFrom<unknown>('../../etc/passwd', '{{7*7}}', '__proto__', '2023-02-30', '2023-13-45T99:99:99.999Z', '99999-01-01', 'NaN'),
  fc.constantFrom<unknown>(
    deep(300),
    Array.from({ length: 5000 }, (_, n) => n),
    Array.from({ length: 3000 }, () => ({})),
  ),
  words,
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
);

const made = new Map<string, fc.Arbitrary<unknown>>();
/** Most schemas appear in many operations, and reading their patterns takes longer than a request. */
function once(name: string, make: () => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const before = made.get(name) ?? make();
  made.set(name, before);
  return before;
}

/** Values that a schema of the document allows. */
export function fitting(schema: Schema, named: Record<string, Schema>): fc.Arbitrary<unknown> {
  const inner = (of: Schema): fc.Arbitrary<unknown> => fitting(of, named);
  if (schema.$ref) return once(schema.$ref, () => inner(named[schema.$ref?.split('/').at(-1) ?? ''] ?? {}));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map(inner));
  if (schema.allOf) {
    const [first = {}, ...others] = schema.allOf;
    return inner({ ...schema, ...first, allOf: undefined }).filter((made) =>
      others.every(({ pattern = '' }) => new RegExp(pattern).test(String(made))),
    );
  }
  if (schema.type === 'object' || schema.properties) return objects(schema, inner);
  if (schema.type === 'array') {
    if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(inner));
    const most = Math.min(schema.maxItems ?? 4, 4);
    return fc.array(inner(schema.items || {}), { minLength: Math.min(schema.minItems ?? 0, most), maxLength: most });
  }
  if (schema.type === 'string') return texts(schema);
  if (schema.type === 'boolean') return fc.boolean();
  const [least, most] = [schema.minimum ?? -(2 ** 53), schema.maximum ?? 2 ** 53];
  if (schema.type === 'integer') return fc.maxSafeInteger().map((n) => Math.min(most, Math.max(least, n % 3000)));
  if (schema.type === 'number') return fc.double({ min: least, max: most, noNaN: true });
  return fc.jsonValue({ maxDepth: 2 });
}

function objects(schema: Schema, inner: (of: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (!schema.properties && typeof schema.additionalProperties === 'object')
    return fc.dictionary(fc.oneof(words, fc.constantFrom('C01', 'name', 'place')), inner(schema.additionalProperties), { maxKeys: 4 });
  const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, inner(of)]));
  return fc.record(fields, { requiredKeys: schema.required ?? [] });
}

function texts({ pattern, format, minLength = 0, maxLength = 30 }: Schema): fc.Arbitrary<string> {
  if (pattern) return once(pattern, () => fc.stringMatching(new RegExp(pattern))) as fc.Arbitrary<string>;
  if (format === 'uuid') return fc.uuid();
  const typed = words.map((word) => word.slice(0, maxLength).padEnd(minLength, 'a'));
  return fc.oneof({ weight: 5, arbitrary: typed }, { weight: 1, arbitrary: fc.constant('Ậ'.repeat(Math.min(maxLength, 50_000))) });
}

/** The value with one of its parts, wherever it lies, replaced: `at` picks which. */
export function withPart(value: unknown, at: number, part: unknown): unknown {
  if (typeof value !== 'object' || value === null) return part;
  const entries = Object.entries(value);
  const [name, inner] = entries[at % (entries.length + 1)] ?? ['', undefined];
  if (name === '') return Array.isArray(value) ? part : { ...value, [`odd${at}`]: part };
  const next = withPart(inner, Math.floor(at / (entries.length + 1)), part);
  return Array.isArray(value) ? value.map((each, index) => (String(index) === name ? next : each)) : { ...value, [name]: next };
}
