import type { AlertKind } from './alert-matrix.ts';
import type { AlertPlan } from './alert-plan.ts';
import type { Importance } from './importance.ts';

/** A cell of the matrix that the user tries. */
export interface AlertTrial {
  readonly id: string;
  readonly kind: AlertKind;
  readonly importance: Importance;
  readonly plan: AlertPlan;
}
