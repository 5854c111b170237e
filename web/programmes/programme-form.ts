import type { Checklist } from '../../shared/criteria/checklist.ts';
import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import { timelineFault } from '../../shared/programmes/programme.ts';
import type { ProgrammeShown } from '../nominations/queries.ts';
import { dayOf, endOfDay, fromWallClock, isDay, lastDay, startOfDay, wallClock } from './days.ts';

/** A programme as it is typed: days as people say them (the last day that counts), numbers as text. */
export type ProgrammeForm = {
  name: string;
  year: string;
  legalBasis: string;
  issuingAuthorityId: string;
  wardIds: string[];
  opensOn: string;
  registrationUntil: string;
  assessmentUntil: string;
  ceremony: string;
  syncGraceHours: string;
  quotaStreet: string;
  quotaMarket: string;
  minMerchants: string;
  checklist: Checklist;
  numberTemplate: string;
  authorityName: string;
  placeOfIssue: string;
  capacity: 'chairman' | 'vice-chairman';
  signatory: string;
};

/** A new programme before anything is typed; the rest is what the plans of the districts say. */
export const emptyForm = (authority: { id: string; name: string }, year: number): ProgrammeForm => ({
  name: '',
  year: String(year),
  legalBasis: '',
  issuingAuthorityId: authority.id,
  wardIds: [],
  opensOn: '',
  registrationUntil: '',
  assessmentUntil: '',
  ceremony: '',
  syncGraceHours: '24',
  quotaStreet: '1',
  quotaMarket: '1',
  minMerchants: '20',
  checklist: defaultChecklist,
  numberTemplate: '{n}/GCN-UBND',
  authorityName: `Ủy ban nhân dân ${authority.name.charAt(0).toLowerCase()}${authority.name.slice(1)}`,
  placeOfIssue: authority.name.replace(/^(Phường|Xã|Quận|Huyện|Thành phố|Thị xã)\s+/u, ''),
  capacity: 'chairman',
  signatory: '',
});

/** A stored programme as people type it. */
export const formOf = (programme: ProgrammeShown): ProgrammeForm => ({
  name: programme.name,
  year: String(programme.year),
  legalBasis: programme.legalBasis.join('\n'),
  issuingAuthorityId: programme.issuingAuthorityId,
  wardIds: [...programme.wardIds],
  opensOn: dayOf(programme.registrationOpensAt),
  registrationUntil: lastDay(programme.registrationClosesAt),
  assessmentUntil: lastDay(programme.assessmentDueAt),
  ceremony: wallClock(programme.ceremonyAt),
  syncGraceHours: String(programme.syncGraceHours),
  quotaStreet: String(programme.quota.street),
  quotaMarket: String(programme.quota.market),
  minMerchants: String(programme.minMerchants),
  checklist: programme.checklist,
  numberTemplate: programme.certificate.numberTemplate,
  authorityName: programme.certificate.authorityName,
  placeOfIssue: programme.certificate.placeOfIssue,
  capacity: programme.certificate.signatory.capacity,
  signatory: programme.certificate.signatory.name,
});

/** What was typed, as the server takes it; the form sees to it that every day is one. */
export const detailsOf = (form: ProgrammeForm, advisingAuthorityId: string) => ({
  name: form.name,
  year: Number(form.year),
  legalBasis: form.legalBasis
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
  advisingAuthorityId,
  issuingAuthorityId: form.issuingAuthorityId,
  wardIds: form.wardIds,
  ...timelineOf(form),
  syncGraceHours: Number(form.syncGraceHours),
  quota: { street: Number(form.quotaStreet), market: Number(form.quotaMarket) },
  minMerchants: Number(form.minMerchants),
  checklist: form.checklist,
  certificate: {
    numberTemplate: form.numberTemplate,
    authorityName: form.authorityName,
    placeOfIssue: form.placeOfIssue,
    signatory: { capacity: form.capacity, name: form.signatory },
  },
});

type Days = Pick<ProgrammeForm, 'opensOn' | 'registrationUntil' | 'assessmentUntil' | 'ceremony'>;

const timelineOf = (form: Days) => ({
  registrationOpensAt: startOfDay(form.opensOn),
  registrationClosesAt: endOfDay(form.registrationUntil),
  assessmentDueAt: endOfDay(form.assessmentUntil),
  ceremonyAt: fromWallClock(form.ceremony),
});

/** The first two days that are out of order, as soon as all four are typed. */
export const orderFault = (form: Days): ReturnType<typeof timelineFault> =>
  isDay(form.opensOn) && isDay(form.registrationUntil) && isDay(form.assessmentUntil) && isDay(form.ceremony.slice(0, 10))
    ? timelineFault(timelineOf(form))
    : undefined;
