// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  customContent,
  delegator,
  importance,
  joinAudioMuted,
  joinVideoMuted,
  mediaOffer,
  operationId,
  reason,
  sessionContext,
  subject,
  threadId,
  to,
} from './shared.ts';

export const callsResources = {
  addAudio: {
    operations: {
      POST: {
        body: { operationId, mediaOffer, sessionContext, joinAudioMuted, to },
        response: 'audioVideoInvitation',
      },
    },
  },
  addAudioVideo: {
    operations: {
      POST: {
        body: { operationId, mediaOffer, sessionContext, joinAudioMuted, joinVideoMuted, to },
        response: 'audioVideoInvitation',
      },
    },
  },
  addVideo: {
    operations: {
      POST: {
        body: { operationId, mediaOffer, sessionContext, joinVideoMuted, to },
        response: 'audioVideoInvitation',
      },
    },
  },
  continueAudio: {
    operations: {
      POST: { body: { operationId, mediaOffer, sessionContext }, response: 'audioVideoInvitation' },
    },
  },
  continueAudioVideo: {
    operations: {
      POST: { body: { operationId, mediaOffer, sessionContext }, response: 'audioVideoInvitation' },
    },
  },
  continueVideo: {
    operations: {
      POST: { body: { operationId, mediaOffer, sessionContext }, response: 'audioVideoInvitation' },
    },
  },
  derivedAudioVideo: { operations: { GET: { response: 'audioVideo' } } },
  escalateAudio: {
    operations: {
      POST: {
        query: {
          operationId: { type: 'string', required: true, maxLength: 50 },
          sessionContext: { type: 'string', required: true, maxLength: 50 },
        },
        content: 'sdp',
        response: 'audioVideoInvitation',
      },
    },
  },
  escalateAudioVideo: {
    operations: {
      POST: {
        query: {
          operationId: { type: 'string', required: true, maxLength: 50 },
          sessionContext: { type: 'string', required: true, maxLength: 50 },
        },
        content: 'sdp',
        response: 'audioVideoInvitation',
      },
    },
  },
  replacesAudioVideo: { operations: { GET: { response: 'audioVideo' } } },
  startAudio: {
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startAudio2: {
    rel: 'startAudio',
    revision: 2,
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
          customContent,
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startAudioOnBehalfOfDelegator: {
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
          customContent,
          delegator,
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startAudioVideo: {
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
          joinVideoMuted,
          callbackUrl: { type: 'string', maxLength: 1024, hosted: 'only' },
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startAudioVideo2: {
    rel: 'startAudioVideo',
    revision: 2,
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
          joinVideoMuted,
          customContent,
          callbackUrl: { type: 'string', maxLength: 1024, hosted: 'only' },
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startAudioVideoOnBehalfOfDelegator: {
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
          joinVideoMuted,
          customContent,
          delegator,
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startEmergencyCall: {
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinAudioMuted,
          customContent,
          address: { type: 'string' },
          building: { type: 'string' },
          city: { type: 'string' },
          country: { type: 'string' },
          state: { type: 'string' },
          zip: { type: 'string' },
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  startVideo: {
    operations: {
      POST: {
        body: {
          operationId,
          to,
          importance,
          subject,
          threadId,
          mediaOffer,
          sessionContext,
          joinVideoMuted,
        },
        response: 'audioVideoInvitation',
      },
    },
  },
  stopAudio: { operations: { POST: { body: { reason } } } },
  stopAudioVideo: { operations: { POST: { body: { reason }, errors: ['404 NotFound'] } } },
  stopVideo: { operations: { POST: { body: { reason } } } },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
