import type { PropertyValues } from '../../ucwa/catalogue/resource-types.ts';

/**
 * The digits that reach emergency services, as the policies say: `emergencyNumbers` with numbers and
 * their masks, separated by `;` and `?`, goes before the older pair of number and mask.
 * https://ucwa.skype.com/documentation/resources/policies
 */
export function emergencyNumbersOf(
  policies: Pick<
    PropertyValues<'policies'>,
    'emergencyNumbers' | 'emergencyDialString' | 'emergencyDialMask'
  >,
): readonly string[] {
  const { emergencyNumbers, emergencyDialString, emergencyDialMask } = policies;
  const listed = numbersIn(emergencyNumbers.join(';'));
  if (listed.length > 0) return listed;
  return numbersIn([emergencyDialString ?? '', emergencyDialMask ?? ''].join(';'));
}

const numbersIn = (text: string): readonly string[] => [...new Set(text.match(/\+?\d+/g) ?? [])];
