import type { Assessment } from '../../shared/assessments/assessment.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { type Page, query } from '../data/read.ts';
import { partition, type Table } from '../data/table.ts';

/** A page of one assessor's visits, the most urgent first. */
export const assessmentsOf = (table: Table, person: PersonId, limit: number, cursor?: string): Promise<Result<Page<Assessment>, Failure>> =>
  query(table, 'assessment', { index: 'GSI1', pk: ['GSI1PK', partition.assessor(person)] }, limit, cursor);
