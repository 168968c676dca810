/** Read this first: a month of the province, as a list. Each phase reads the state the one before has left. */
import { apply } from './phases/apply.ts';
import { closeMonth } from './phases/close.ts';
import { conditions } from './phases/conditions.ts';
import { data } from './phases/data.ts';
import { guarantee } from './phases/guarantee.ts';
import type { Phase } from './phases/phase.ts';
import { rationAndDisburse } from './phases/ration.ts';
import { record } from './phases/record.ts';
import { service } from './phases/service.ts';
import { settle } from './phases/settle.ts';
import { support } from './phases/support.ts';
import { trade } from './phases/trade.ts';
import { turnover } from './phases/turnover.ts';
import { underwrite } from './phases/underwrite.ts';

export const MONTH: readonly Phase[] = [
  conditions,
  trade,
  data,
  apply,
  underwrite,
  guarantee,
  rationAndDisburse,
  service,
  settle,
  support,
  closeMonth,
  turnover,
  record,
];
