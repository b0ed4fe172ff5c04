/** UCWA `Importance`: a hint of the caller on how much the call matters. */
export const importances = ['Normal', 'Urgent', 'Emergency'] as const;

export type Importance = (typeof importances)[number];
