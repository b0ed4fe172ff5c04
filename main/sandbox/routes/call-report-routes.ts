import { Input } from '../http/input.ts';
import { noContent, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import type { CallReport } from '../model/call-report.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

/** Takes what a client reports of a call; also of one that is over, for that is when there is most to say. */
function report(
  kind: CallReport['kind'],
  fields: readonly string[],
): (context: ApplicationContext) => Reply {
  return ({ world, application, exchange, params }) => {
    const conversationId = params.conversation ?? '';
    const invitations = [...application.invitations.values()];
    const isKnown =
      application.conversations.has(conversationId) ||
      invitations.some(({ conversation }) => conversation.id === conversationId);
    if (!isKnown) throw notFound('Call not found.');
    const input = new Input(exchange);
    const given = fields.map((field) => [field, input.string(field)] as const);
    input.check();
    const userUri = application.account.user.uri;
    world.callReports.push({ userUri, conversationId, kind, fields: Object.fromEntries(given) });
    return noContent;
  };
}

const audioVideo = 'communication/conversations/:conversation/audioVideo';

export const callReportRoutes: readonly ApplicationRoute[] = [
  {
    method: 'POST',
    path: `${audioVideo}/reportMediaDiagnostics`,
    handler: report('diagnostics', ['errorCode', 'errorSubcode']),
  },
  {
    method: 'POST',
    path: `${audioVideo}/audioVideoSession/publishCallQualityFeedback`,
    handler: report('feedback', ['mediaEndpoint', 'mediaQualityOfExperience']),
  },
];
