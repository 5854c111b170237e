import { maskedAccount } from '../merchants/masked-account.ts';
import type { AnyRule, AnyRules } from './rule.ts';

/**
 * Whether what changed at a path ("contact", "sheet.spotChecks") has to be sealed: its line is personal, or anything below it is. A field
 * without a line is one of an older version, of which nobody knows any more: sealed.
 */
export function isSealed(rules: AnyRules, path: string): boolean {
  const rule = ruleAt({ fields: rules }, path.split('.'));
  return rule === undefined || holdsPersonal(rule);
}

/** What an erasure leaves of a record, or of one thing in it, as its lines say. */
export const erased = <T extends object>(rules: AnyRules, of: T, id = ''): T =>
  throughFields(rules, of, (rule, value) => {
    if (!('erased' in rule) || rule.erased === undefined) return value;
    if (rule.erased === 'removed') return undefined;
    if ('kept' in rule.erased) return value;
    return typeof rule.erased.becomes === 'function' ? rule.erased.becomes(id) : rule.erased.becomes;
  });

/** As those see it who may read the record, and not every field in full. */
export const masked = <T extends object>(rules: AnyRules, of: T): T => throughFields(rules, of, hide);

/** One value of a record as `masked` shows it, by its path: what a step of a history says. */
export function maskedAt(rules: AnyRules, path: string, value: unknown): unknown {
  const rule = ruleAt({ fields: rules }, path.split('.'));
  return rule === undefined || value === undefined ? value : through(rule, value, hide);
}

/** Every number in a record that names somebody by itself, as texts for paper have to hide it. */
export function identifiersIn<T extends object>(rules: AnyRules, of: T): string[] {
  const found: string[] = [];
  throughFields(rules, of, (rule, value) => {
    if ('identifier' in rule && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

/** Every text in a record that its lines call personal. */
export function personalTextsIn<T extends object>(rules: AnyRules, of: T): string[] {
  const found: string[] = [];
  throughFields(rules, of, (rule, value) => {
    if (rule.personal === true) found.push(...textsIn(value));
    return value;
  });
  return found;
}

type Leaf = Extract<AnyRule, { personal: unknown }>;
type Visit = (rule: Leaf, value: unknown) => unknown;

const hide: Visit = (rule, value) => {
  const others = rule.personal === true ? rule.others : undefined;
  if (others === 'hidden') return undefined;
  return others === 'masked' && typeof value === 'string' ? maskedAccount(value) : value;
};

/** A copy with every leaf as `visit` leaves it; fields that it leaves undefined are gone, and so is nothing else. */
function throughFields<T extends object>(rules: AnyRules, of: T, visit: Visit): T {
  const left = Object.entries(of).flatMap(([name, value]) => {
    const rule = rules[name];
    const next = rule === undefined || value === undefined ? value : through(rule, value, visit);
    return next === undefined && value !== undefined ? [] : [[name, next] as const];
  });
  // The lines can leave out optional fields only, and replace a value by one of its type (`FieldRules`).
  return Object.fromEntries(left) as T;
}

function through(rule: AnyRule, value: unknown, visit: Visit): unknown {
  if ('personal' in rule) return visit(rule, value);
  if (!isObject(value)) return value;
  if ('each' in rule) return Array.isArray(value) ? value.map((item) => throughFields(rule.each, item, visit)) : value;
  if ('fields' in rule) return throughFields(rule.fields, value, visit);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, through(rule.values, each, visit)]));
}

function ruleAt(rule: AnyRule, [name, ...rest]: readonly string[]): AnyRule | undefined {
  // Below a leaf everything is as the leaf is; a list changes as one value.
  if (name === undefined || 'personal' in rule || 'each' in rule) return rule;
  const next = 'fields' in rule ? rule.fields[name] : rule.values;
  return next && ruleAt(next, rest);
}

function holdsPersonal(rule: AnyRule): boolean {
  if ('personal' in rule) return rule.personal === true;
  if ('values' in rule) return holdsPersonal(rule.values);
  return Object.values('each' in rule ? rule.each : rule.fields).some(holdsPersonal);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
