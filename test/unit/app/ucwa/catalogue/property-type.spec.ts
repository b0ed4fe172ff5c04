import { describe, expect, it } from 'vitest';
import { propertyType } from '../../../../../app/ucwa/catalogue/property-type.ts';

/** Written out by hand, so that a generator that errs is noticed. */
const known: readonly (readonly [string, string, string])[] = [
  ['audioVideoInvitation', 'subject', 'string'],
  ['audioVideoInvitation', 'privateLine', 'boolean'],
  ['audioVideoInvitation', 'importance', 'Importance'],
  ['audioVideoInvitation', 'state', 'InvitationState'],
  ['audioVideoInvitation', 'mediaOffer', 'external'],
  ['audioVideo', 'state', 'CallState'],
  ['audioVideo', 'supportsReplaces', 'string'],
  ['audioVideoSession', 'state', 'SessionState'],
  ['conversation', 'created', 'date'],
  ['conversation', 'participantCount', 'number'],
  ['conversation', 'activeModalities', 'ConversationModalityType[]'],
  ['communication', 'supportedModalities', 'ModalityType[]'],
  ['communication', 'simultaneousRingNumberMatch', 'GenericPolicy'],
  ['contact', 'emailAddresses', 'string[]'],
  ['delegator', 'type', 'ContactType'],
  ['from', 'role', 'Role'],
  ['contactPresence', 'lastActive', 'date'],
  ['contactPrivacyRelationship2', 'relationshipLevel', 'PrivacyRelationshipLevel'],
  ['group', 'id', 'string'],
  ['mediaRelay', 'udpPort', 'number'],
  ['mediaRelayAccessToken', 'duration', 'number'],
  ['mediaRelayAccessToken', 'Uri', 'string'],
  ['mediaRelayAccessToken', 'validUntil', 'date'],
  ['message', 'plainMessage', 'external'],
  ['message', 'timeStamp', 'date'],
  ['myContactsAndGroupsSubscription', 'state', 'SubscriptionState'],
  ['note', 'message', 'string'],
  ['onlineMeetingPolicies', 'meetingSize', 'number'],
  ['onlineMeetingPolicies', 'phoneUserAdmission', 'GenericPolicy'],
  ['participantVideo', 'videoSourceId', 'string'],
  ['phoneDialInInformation', 'conferenceId', 'string'],
  ['phoneDialInInformation', 'isAudioConferenceProviderEnabled', 'boolean'],
  ['policies', 'emergencyNumbers', 'string[]'],
  ['reason', 'message', 'string'],
  ['reason', 'subcode', 'ErrorSubcode'],
  ['search2', 'moreResultsAvailable', 'boolean'],
];

describe('the documented type of', () => {
  for (const [resource, property, type] of known) {
    it(`${resource}.${property} is ${type}`, () => {
      const found = propertyType(resource, property);
      const scalar = found?.enumeration ?? found?.kind;
      expect(found?.list === true ? `${scalar}[]` : scalar).toBe(type);
    });
  }

  it('a property that the catalogue does not know is none', () => {
    expect(propertyType('audioVideo', 'colour')).toBeNull();
    expect(propertyType('audioVideo', 'emailAddresses')).toBeNull();
  });

  it('a property of an unknown resource is what it is everywhere, if that is one thing', () => {
    expect(propertyType('somethingNew', 'emailAddresses')?.list).toBe(true);
    expect(propertyType(null, 'importance')?.enumeration).toBe('Importance');
    expect(propertyType('somethingNew', 'state')).toBeNull();
  });
});
