import type { DistributionGroup, SandboxUser } from './user.ts';

const password = 'parley';
const company = 'Parley Demo';

/** The people of the demo mode, all with the same short password. */
export const demoUsers: readonly SandboxUser[] = [
  {
    uri: 'sip:alex@parley.test',
    userName: 'alex@parley.test',
    password,
    name: 'Alex Rivera',
    title: 'Product Manager',
    department: 'Product',
    company,
    workPhoneNumber: 'tel:+14255550101',
    mobilePhoneNumber: 'tel:+14255550191',
    dialInConferencing: true,
  },
  {
    uri: 'sip:sam@parley.test',
    userName: 'sam@parley.test',
    password,
    name: 'Sam Okafor',
    title: 'Support Engineer',
    department: 'Support',
    company,
    workPhoneNumber: 'tel:+14255550102',
  },
  {
    uri: 'sip:kim@parley.test',
    userName: 'kim@parley.test',
    password,
    name: 'Kim Lindqvist',
    title: 'Designer',
    department: 'Design',
    company,
    workPhoneNumber: 'tel:+14255550103',
  },
  {
    uri: 'sip:robin@parley.test',
    userName: 'robin@parley.test',
    password,
    name: 'Robin Mehta',
    title: 'Finance Lead',
    department: 'Finance',
    company,
    workPhoneNumber: 'tel:+14255550104',
  },
  {
    uri: 'sip:dana@parley.test',
    userName: 'dana@parley.test',
    password,
    name: 'Dana Whitfield',
    title: 'Receptionist',
    department: 'Front desk',
    company,
    workPhoneNumber: 'tel:+14255550105',
    busyOptions: 'BusyOnBusy',
    hasPhoto: false,
    takesEmergencyCalls: true,
  },
];

/** The groups of the demo's directory. */
export const demoDistributionGroups: readonly DistributionGroup[] = [
  {
    uri: 'sip:product-team@parley.test',
    name: 'Product Team',
    members: ['sip:alex@parley.test', 'sip:kim@parley.test', 'sip:sam@parley.test'],
  },
];
