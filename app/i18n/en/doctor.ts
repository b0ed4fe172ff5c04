/** The sign-in doctor: its page, its steps, what it finds and what to do next. */
export const doctor = {
  'doctor.open': 'Problems signing in? Check the connection',
  'doctor.openSignedIn': 'Check the connection',
  'doctor.title': 'Check the connection',
  'doctor.subject': 'For {{address}}',
  'doctor.close': 'Close the check',
  'doctor.again': 'Run again',
  'doctor.cancel': 'Cancel',
  'doctor.copy': 'Copy report',
  'doctor.copied': 'The report is in the clipboard.',
  'doctor.save': 'Save report…',
  'doctor.saved': 'The report is saved.',
  'doctor.reportHint':
    'The report is for your administrator. Passwords, tickets, numbers and names of people are not in it.',
  'doctor.steps': 'Steps of the check',
  'doctor.progress': '{{step}}: {{status}}',
  'doctor.verdict.running': 'Checking. Your presence and your calls are not touched.',
  'doctor.verdict.passed': 'Everything works.',
  'doctor.verdict.warning': 'Signing in works, but somebody should look at the warnings.',
  'doctor.verdict.failed': 'Something keeps you from signing in.',
  'doctor.verdict.cancelled': 'The check was cancelled.',
  'doctor.next': 'What to do next',

  'doctor.report.title': 'Parley: report of a sign-in check',
  'doctor.report.textFiles': 'Text',
  'doctor.report.made': 'Made: {{at}}',
  'doctor.report.by': 'By: Parley {{parley}}, {{runtime}}, {{system}}',
  'doctor.report.address': 'Address: {{address}}',
  'doctor.report.discovery': 'Discovery URL given, at: {{host}}',
  'doctor.report.verdict': 'Outcome: {{verdict}}',
  'doctor.report.step': '{{step}}: {{status}} ({{milliseconds}} ms)',
  'doctor.report.masked':
    'Passwords, tickets, phone numbers and names of people are left out or masked.',

  'doctor.cli.start': 'Checking the sign-in of {{address}}. Presence and calls are not touched.',
  'doctor.cli.password': 'Password of {{address}} (Enter alone: without signing in): ',
  'doctor.cli.reportWritten': 'The report is in {{file}}.',

  'doctor.status.passed': 'passed',
  'doctor.status.warning': 'warning',
  'doctor.status.failed': 'failed',
  'doctor.status.skipped': 'skipped',
  'doctor.status.running': 'in progress',
  'doctor.status.waiting': 'waiting',

  'doctor.step.names': 'Names in DNS',
  'doctor.step.discovery': 'Discovery',
  'doctor.step.certificates': 'Certificates',
  'doctor.step.challenge': 'Ways to sign in',
  'doctor.step.clock': 'Clock',
  'doctor.step.ticket': 'Sign-in',
  'doctor.step.pool': 'Home server',
  'doctor.step.application': 'Session',
  'doctor.step.events': 'Events',
  'doctor.step.policies': 'What you may do',
  'doctor.step.closing': 'Tidying up',

  'doctor.finding.nameFound': '{{host}} is {{addresses}}',
  'doctor.finding.nameUnknown': '{{host}} is not known',
  'doctor.finding.nameNoAnswer': '{{host}}: the name servers do not answer',
  'doctor.finding.nameByProxy': '{{host}} is not known here, but a proxy leads to it',

  'doctor.finding.foundServer': 'The server is {{host}}',
  'doctor.finding.document': '{{place}} answers as a server does ({{status}})',
  'doctor.finding.asksWho': '{{place}} asks who you are ({{status}})',
  'doctor.finding.redirect': '{{place}} sends to {{target}} ({{status}})',
  'doctor.finding.webPage': '{{place}} answers with a web page ({{status}})',
  'doctor.finding.proxyLogin': '{{place}}: the proxy wants a sign-in of its own ({{status}})',
  'doctor.finding.otherAnswer': '{{place}} answers with status {{status}}',
  'doctor.finding.noAnswer.host-not-found': '{{place}}: the name is not known',
  'doctor.finding.noAnswer.connection-failed': '{{place}}: no connection',
  'doctor.finding.noAnswer.disconnected': '{{place}}: the connection broke off',
  'doctor.finding.noAnswer.timeout': '{{place}}: no answer in time',
  'doctor.finding.noAnswer.certificate-untrusted': '{{place}}: the certificate is not trusted',
  'doctor.finding.noAnswer.certificate-name-mismatch':
    '{{place}}: the certificate is made for another name',
  'doctor.finding.noAnswer.certificate-date':
    '{{place}}: the certificate is not valid at this time',
  'doctor.finding.noAnswer.offline': '{{place}}: this computer is offline',
  'doctor.finding.noAnswer.too-large': '{{place}}: the answer is far too long',
  'doctor.finding.noAnswer.aborted': '{{place}}: cancelled',
  'doctor.finding.noAnswer.other': '{{place}}: no answer',

  'doctor.finding.certificate':
    '{{host}} ({{protocol}}): made for {{subject}} by {{issuer}}, valid {{from}} to {{to}}',
  'doctor.finding.certificateNames': '{{host}}: good for {{names}}',
  'doctor.finding.certificateChain': '{{host}}: signed by {{chain}}',
  'doctor.finding.certificateProblem': '{{host}}: not trusted ({{problem}})',
  'doctor.finding.certificateBySystem':
    '{{host}}: trusted by this computer, not by the list that Parley brings along',
  'doctor.finding.certificateEndsSoon': '{{host}}: the certificate ends on {{to}}',
  'doctor.finding.noHandshake': '{{host}}: could not be looked at directly; a proxy may be between',
  'doctor.finding.noTls': 'No server was asked over HTTPS.',

  'doctor.finding.grants': 'Offered by {{host}}: {{grants}}',
  'doctor.finding.usableGrants': 'Parley can use: {{grants}}',
  'doctor.finding.noUsableGrant': 'Parley can use none of the ways that are offered',
  'doctor.finding.wantedGrant': 'Wanted, but not offered: {{grant}}',

  'doctor.finding.clockDifference': 'The clocks differ by {{seconds}} s',
  'doctor.finding.noDate': 'No answer had a time in it.',

  'doctor.finding.ticketGranted': '{{host}} knows you; its ticket lasts {{minutes}} min',
  'doctor.finding.noPassword': 'No password was given, so nothing is signed in.',
  'doctor.finding.needsUser': 'This way of signing in needs you at a page; it is not tried here.',
  'doctor.finding.earlierFailed': 'An earlier step did not succeed.',
  'doctor.finding.earlierSkipped': 'This takes a sign-in.',
  'doctor.finding.cancelled': 'Cancelled.',
  'doctor.finding.detail': 'The server says: {{detail}}',

  'doctor.finding.homePool': 'Your home server is {{host}}',
  'doctor.finding.poolRedirect': '{{from}} sends to {{to}}',

  'doctor.finding.applicationCreated': '{{host}} opened a session',
  'doctor.finding.userAgent': 'Asked as {{userAgent}}',

  'doctor.finding.eventArrived': 'An event came back after {{milliseconds}} ms',
  'doctor.finding.eventCause': 'Caused by a subscription to your own presence',
  'doctor.finding.eventNotCaused': 'No event could be caused ({{detail}})',
  'doctor.finding.channelHeld': 'The server kept the request open for {{seconds}} s, as it should',
  'doctor.finding.noEvent': 'No event came within {{seconds}} s',
  'doctor.finding.channelEnded': 'The server ended the event channel ({{reason}})',

  'doctor.finding.allAllowed': 'Messages, calls, video calls and meetings',
  'doctor.finding.allowed': 'The server offers: {{links}}',
  'doctor.finding.notAllowed.messaging': 'Messages are not allowed',
  'doctor.finding.notAllowed.audio': 'Calls are not allowed',
  'doctor.finding.notAllowed.video': 'Video calls are not allowed',
  'doctor.finding.notAllowed.meetings': 'Starting meetings is not allowed',
  'doctor.finding.notAllowed.joining': 'Joining meetings is not allowed',
  'doctor.finding.policies': 'Policies: {{policies}}',
  'doctor.finding.policiesMissing': 'The policies could not be read ({{detail}})',

  'doctor.finding.closed': 'The session of this check was closed.',
  'doctor.finding.nothingToClose': 'Nothing was opened.',
  'doctor.finding.notClosed': 'The session of this check stays until the server ends it.',

  'doctor.advice.names':
    'Check the part after the @ and your network or VPN. An administrator has to enter lyncdiscover.{{domain}} in DNS, or can give you a discovery URL.',
  'doctor.advice.webPage':
    'A web page stands between this computer and the server: sign in to the network or proxy with a browser, or ask your administrator to let UCWA through.',
  'doctor.advice.certificateEndsSoon':
    'An administrator should renew the certificate of {{host}} before {{to}}.',
  'doctor.advice.certificateOther':
    'Other places of this server are in use. An administrator should look at the certificate of {{host}}.',
  'doctor.advice.noUsableGrant':
    'An administrator has to allow password, Windows or company sign-in for UCWA on {{host}}.',
  'doctor.advice.clock': 'Set the clock of this computer, best by network time.',
  'doctor.advice.events':
    'Something between this computer and {{host}} holds back or breaks long requests. A proxy must let them stay open for several minutes.',
  'doctor.advice.policies':
    'What is not allowed is a matter of policy on the server. Ask your administrator if you need it.',
  'doctor.advice.again': 'Try again. If it stays, send the report to your administrator.',
} as const;
