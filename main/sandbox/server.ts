import { authorize, challenge } from './auth/authorize.ts';
import { ActiveFaults } from './faults/active-faults.ts';
import { dialectOf, inDialect, inUcwaTerms } from './hosted/translate.ts';
import { conditional, requirePrecondition } from './http/conditional.ts';
import type { Exchange } from './http/exchange.ts';
import { type Answer, noReply } from './http/reply.ts';
import { RequestLog } from './http/request-log.ts';
import { Router } from './http/router.ts';
import { applicationNotFound, notFound, UcwaError } from './http/ucwa-error.ts';
import type { Application } from './model/entities.ts';
import { markMs } from './model/timers.ts';
import type { World } from './model/world.ts';
import { represent } from './representation/represent.ts';
import { defaultSyntax, syntaxFor } from './representation/syntax.ts';
import { anonymousRoutes, anonymousServiceRoutes } from './routes/anonymous-routes.ts';
import { applicationRoutes, applicationsRoutes } from './routes/application-routes.ts';
import { authorizationRoutes } from './routes/authorization-routes.ts';
import { batch } from './routes/batch-route.ts';
import { bridgeRoutes } from './routes/bridge-routes.ts';
import { callForwardingRoutes } from './routes/call-forwarding-routes.ts';
import { callReportRoutes } from './routes/call-report-routes.ts';
import { callRoutes } from './routes/call-routes.ts';
import { communicationRoutes } from './routes/communication-routes.ts';
import { conversationLogRoutes } from './routes/conversation-log-routes.ts';
import { conversationRoutes } from './routes/conversation-routes.ts';
import { discoveryRoutes } from './routes/discovery-routes.ts';
import { eventsRoutes } from './routes/events-routes.ts';
import { groupMembershipRoutes } from './routes/group-membership-routes.ts';
import { groupRoutes } from './routes/group-routes.ts';
import { hostedRoutes, hostedServiceRoutes } from './routes/hosted-routes.ts';
import { joinPageRoutes } from './routes/join-page-routes.ts';
import { joinRoutes } from './routes/join-routes.ts';
import { meRoutes } from './routes/me-routes.ts';
import { meetingOptionsRoutes } from './routes/meeting-options-routes.ts';
import { meetingRoutes } from './routes/meeting-routes.ts';
import { messagingRoutes } from './routes/messaging-routes.ts';
import { onlineMeetingsRoutes } from './routes/online-meetings-routes.ts';
import { passiveRoutes } from './routes/passive-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { phoneAudioRoutes } from './routes/phone-audio-routes.ts';
import { phoneRoutes } from './routes/phone-routes.ts';
import { privacyRoutes } from './routes/privacy-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { subscriptionRoutes } from './routes/subscription-routes.ts';
import { webTicketRoutes } from './routes/web-ticket-routes.ts';
import { refusedOrigin } from './xframe/allowed-origins.ts';

const serverRouter = new Router([
  ...hostedServiceRoutes,
  ...anonymousServiceRoutes,
  ...discoveryRoutes,
  ...webTicketRoutes,
  ...joinPageRoutes,
  ...passiveRoutes,
  ...authorizationRoutes,
  ...applicationsRoutes,
]);

const applicationRouter = new Router([
  ...applicationRoutes,
  ...eventsRoutes,
  ...meRoutes,
  ...phoneRoutes,
  ...phoneAudioRoutes,
  ...callForwardingRoutes,
  ...subscriptionRoutes,
  ...groupRoutes,
  ...groupMembershipRoutes,
  ...searchRoutes,
  ...privacyRoutes,
  ...peopleRoutes,
  ...communicationRoutes,
  ...callRoutes,
  ...callReportRoutes,
  ...conversationRoutes,
  ...sessionRoutes,
  ...messagingRoutes,
  ...conversationLogRoutes,
  ...hostedRoutes,
  ...anonymousRoutes,
  ...bridgeRoutes,
  ...joinRoutes,
  ...meetingRoutes,
  ...onlineMeetingsRoutes,
  ...meetingOptionsRoutes,
]);

const applicationPath = /^\/ucwa\/(?:(?:oauth|psanon)\/)?v1\/applications\/([^/]+)(\/.*)?$/i;

function methodNotAllowed(): UcwaError {
  return new UcwaError(405, undefined, 'The method is not allowed for this resource.');
}

function notAcceptable(): UcwaError {
  return new UcwaError(406, undefined, 'None of the accepted media types can be given.');
}

/** The newest revision of any resource. */
const highestRevision = 2;

/** Takes a request to its handler and keeps the log of requests. */
export class SandboxServer {
  readonly log = new RequestLog();
  readonly faults: ActiveFaults;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.faults = new ActiveFaults(world);
  }

  handle(exchange: Exchange): Promise<Answer> {
    return this.#logged(exchange, false);
  }

  async #logged(exchange: Exchange, batched: boolean): Promise<Answer> {
    const account = authorize(this.#world, exchange);
    const isCutOff = account !== undefined && this.#world.cutOff.has(account.key);
    const answer = isCutOff ? noReply : await this.#answer(exchange);
    this.log.add({
      method: exchange.method,
      path: exchange.url.pathname,
      query: exchange.url.search,
      status: answer === noReply ? 0 : answer.status,
      atMs: markMs(),
      userUri: account?.user.uri,
      batched,
    });
    return answer;
  }

  async #answer(asked: Exchange): Promise<Answer> {
    const exchange = inUcwaTerms(asked);
    const inside = applicationPath.exec(exchange.url.pathname);
    const request = {
      world: this.#world,
      exchange,
      path: inside === null ? exchange.url.pathname : (inside[2] ?? '/'),
      application: this.#world.applications.get(inside?.[1] ?? ''),
    };
    // Faults take the place of answers, or act on what is about to go over the wire.
    const syntax = syntaxFor(exchange.header('accept')) ?? defaultSyntax;
    const answer = await this.faults.through(request, async () =>
      represent(inDialect(await this.#rightAnswer(exchange, dialectOf(asked)), request), syntax),
    );
    return represent(answer, syntax);
  }

  async #rightAnswer(exchange: Exchange, dialect: Application['dialect']): Promise<Answer> {
    const refused = refusedOrigin(this.#world, exchange);
    if (refused !== undefined) return refused;
    try {
      return await this.#dispatch(exchange, dialect);
    } catch (error) {
      if (error instanceof UcwaError) return error.toReply();
      this.#world.trace('failure', { error: String(error), path: exchange.url.pathname });
      return new UcwaError(500, undefined, String(error)).toReply();
    }
  }

  async #dispatch(exchange: Exchange, dialect: Application['dialect']): Promise<Answer> {
    const world = this.#world;
    const inside = applicationPath.exec(exchange.url.pathname);
    if (inside !== null) {
      const application = world.applications.get(inside[1] ?? '');
      const known = application?.dialect === dialect ? application : undefined;
      return this.#inApplication(exchange, known, inside[2] ?? '/');
    }
    const match = serverRouter.match(exchange.method, exchange.url.pathname);
    if (match.kind === 'found') return match.handler({ world, exchange, params: match.params });
    throw match.kind === 'wrongMethod' ? methodNotAllowed() : notFound();
  }

  async #inApplication(
    exchange: Exchange,
    application: Application | undefined,
    path: string,
  ): Promise<Answer> {
    const world = this.#world;
    const account = authorize(world, exchange);
    if (account === undefined) return challenge(world, exchange);
    if (application === undefined) throw applicationNotFound();
    if (application.account !== account)
      throw new UcwaError(403, undefined, 'The application belongs to another user.');
    if (exchange.method === 'POST' && path.toLowerCase() === '/batch') {
      return batch(world, account, exchange, (part) => this.#logged(part, true));
    }
    const revision = Number(exchange.header('x-ms-requiresminresourceversion') ?? '1');
    if (revision > highestRevision)
      throw new UcwaError(404, 'APIVersionNotSupported', 'The revision is not supported.');
    const find = (method: string) => {
      const match = applicationRouter.match(method, path);
      if (match.kind !== 'found')
        throw match.kind === 'wrongMethod' ? methodNotAllowed() : notFound();
      return () => match.handler({ world, exchange, params: match.params, application });
    };
    const run = find(exchange.method);
    const unspeakable = syntaxFor(exchange.header('accept')) === undefined;
    if (unspeakable && exchange.method !== 'GET') throw notAcceptable();
    if (exchange.method === 'PUT') {
      const current = await find('GET')();
      if (current !== noReply) requirePrecondition(exchange, current);
    }
    const answer = await run();
    if (unspeakable && answer !== noReply && answer.document !== undefined) throw notAcceptable();
    const isChannel = path.toLowerCase() === '/events';
    return answer === noReply || isChannel ? answer : conditional(exchange, answer);
  }
}
