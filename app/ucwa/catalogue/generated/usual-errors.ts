// Made by `npm run catalogue`: edit build/catalogue and run it again.

/** What the operations of a method fail with when they say nothing else. */
export const usualErrors = {
  POST: [
    '409 Conflict',
    '409 Conflict/AlreadyExists',
    '409 Conflict/TooManyGroups',
    '410 Gone/CannotRedirect',
    '500 ServiceFailure/CallbackChannelError',
  ],
  GET: [
    '409 Conflict',
    '409 Conflict/AlreadyExists',
    '409 Conflict/TooManyGroups',
    '410 Gone/CannotRedirect',
    '500 ServiceFailure/InvalidExchangeServerVersion',
  ],
  OPTIONS: [],
  DELETE: ['410 Gone/CannotRedirect'],
  PUT: ['410 Gone/CannotRedirect', '500 ServiceFailure/InvalidExchangeServerVersion'],
} as const;
