import { type OwnPhone, phoneTypes } from '../../domain/calling.ts';
import { embeddedMany } from '../../ucwa/hypermedia/links.ts';
import { stringProperty } from '../../ucwa/hypermedia/properties.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';

/** The phones of the `phones` resource that have a number. */
export function phonesOf(phones: Resource): readonly OwnPhone[] {
  return embeddedMany(phones, 'phone').flatMap((phone): readonly OwnPhone[] => {
    const number = stringProperty(phone, 'number');
    const told = stringProperty(phone, 'type')?.toLowerCase();
    const type = phoneTypes.find((each) => each.toLowerCase() === told) ?? 'Other';
    return number === null || number === '' ? [] : [{ type, number }];
  });
}
