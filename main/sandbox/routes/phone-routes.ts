import { Input } from '../http/input.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import { normalizedNumber, type Phone, phoneTypes } from '../model/phones.ts';
import { phoneResource, phonesResource } from '../resources/phone-resource.ts';
import { type ApplicationContext, type ApplicationRoute, refuseGuests } from './context.ts';

function phoneOf({ application, params }: ApplicationContext): Phone {
  const type = phoneTypes.find((candidate) => candidate === params.phone?.toLowerCase());
  const phone = type === undefined ? undefined : application.account.phones.get(type);
  if (phone === undefined) throw notFound();
  return phone;
}

function changeable(context: ApplicationContext): Phone {
  if (context.application.account.user.enterpriseVoice === false)
    throw new UcwaError(403, undefined, 'The user is not enabled for enterprise voice.');
  const phone = phoneOf(context);
  if (phone.isFixed) throw new UcwaError(409, undefined, 'The number is the directory’s.');
  return phone;
}

/** Changes a number, or without one takes it away; may change its visibility along with it. */
function changeNumber(context: ApplicationContext): Reply {
  const phone = changeable(context);
  const input = new Input(context.exchange);
  const typed = input.string('number', { maxLength: 80 });
  const visible = input.boolean('includeInContactCard');
  input.check();
  const number = typed === undefined ? undefined : normalizedNumber(typed);
  if (typed !== undefined && number === undefined)
    throw new UcwaError(400, 'NormalizationFailed', 'This is no phone number.');
  phone.number = number;
  phone.includeInContactCard = visible ?? phone.includeInContactCard;
  return noContent;
}

function changeVisibility(context: ApplicationContext): Reply {
  const phone = changeable(context);
  const input = new Input(context.exchange);
  const visible = input.boolean('includeInContactCard');
  input.check();
  phone.includeInContactCard = visible ?? phone.includeInContactCard;
  return noContent;
}

const one = 'me/phones/:phone';

export const phoneRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: 'me/phones',
    handler: (context) => {
      refuseGuests(context);
      return ok(phonesResource(context.application));
    },
  },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(phoneResource(context.application, phoneOf(context))),
  },
  { method: 'POST', path: `${one}/changeNumber`, handler: changeNumber },
  { method: 'POST', path: `${one}/changeVisibility`, handler: changeVisibility },
];
