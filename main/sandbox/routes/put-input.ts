import { Input } from '../http/input.ts';
import { putPropertyName } from '../resources/put-property.ts';
import type { ApplicationContext } from './context.ts';

/** The input of a PUT, which must bring back the property that the representation asked for. */
export function putInput({ application, exchange }: ApplicationContext): Input {
  const input = new Input(exchange);
  input.string(putPropertyName(application), { required: true });
  return input;
}
