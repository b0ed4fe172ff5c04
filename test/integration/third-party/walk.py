"""A UCWA client in plain Python that knows nothing but the documented HTTP of the protocol.

    python3 walk.py DISCOVERY_URL USER PASSWORD [CA_FILE]

Signs in with a password, sets note, location and a phone number, then waits to be written to and
answers. Prints one JSON object per step. Nothing but the standard library is used.
"""

import json
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request

discovery_url, user_name, password, *authority = sys.argv[1:]
context = ssl.create_default_context(cafile=authority[0]) if authority else None
ticket = None
resyncs = 0


def report(step, **details):
    print(json.dumps({"step": step, **details}), flush=True)


def send(method, url, body=None, content_type="application/json", accept="application/json"):
    """The status, the headers and the parsed body of an answer."""
    headers = {"Accept": accept}
    if ticket is not None:
        headers["Authorization"] = "Bearer " + ticket
    data = None
    if body is not None:
        headers["Content-Type"] = content_type
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    elif method == "POST":
        data = b""
        headers["Content-Type"] = content_type
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    try:
        answer = urllib.request.urlopen(request, context=context, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        text = answer.read().decode()
        is_json = "json" in answer.headers.get("Content-Type", "")
        return answer.status, answer.headers, json.loads(text) if is_json else None


def must(answer, *statuses):
    status, _, body = answer
    if status not in statuses:
        raise SystemExit("%s instead of %s" % (status, statuses))
    return body


root = must(send("GET", discovery_url), 200)
user_url = root["_links"]["user"]["href"]
status, headers, _ = send("GET", user_url)
challenges = headers.get_all("WWW-Authenticate")
report("challenged", status=status, count=len(challenges))

ticket_url = re.search(r'MsRtcOAuth href="([^"]+)"', " ".join(challenges)).group(1)
form = {"grant_type": "password", "username": user_name, "password": password}
grant = send(
    "POST", ticket_url, urllib.parse.urlencode(form), "application/x-www-form-urlencoded"
)
ticket = must(grant, 200)["access_token"]

applications_url = must(send("GET", user_url), 200)["_links"]["applications"]["href"]


def at(href):
    return urllib.parse.urljoin(applications_url, href)


def get(href):
    return must(send("GET", at(href)), 200)


def post(href, body=None):
    return send("POST", at(href), body)


request = {
    "userAgent": "Walk in Python",
    "endpointId": "a5a5f1f5-0000-4000-8000-000000000002",
    "culture": "en-US",
}
application = must(post(applications_url, request), 201)
early = post(application["_links"]["self"]["href"] + "/me/note", {"message": "Too early"})
report("application", early=early[0], subcode=early[2]["subcode"])

me = get(application["_embedded"]["me"]["_links"]["self"]["href"])
available = {"supportedModalities": ["Messaging"], "supportedMessageFormats": ["Plain"]}
make_me_available = me["_links"]["makeMeAvailable"]["href"]
must(post(make_me_available, available), 204)
again = post(make_me_available, available)
me = get(me["_links"]["self"]["href"])

links = me["_links"]
must(post(links["note"]["href"], {"message": "Waiting"}), 204)
must(post(links["location"]["href"], {"location": "Under a tree"}), 204)
phones = get(links["phones"]["href"])["_embedded"]["phone"]
mobile = next(phone for phone in phones if phone["type"] == "mobile")
change = {"number": "+1 425 555 0177", "includeInContactCard": True}
must(post(mobile["_links"]["changeNumber"]["href"], change), 204)
must(post(links["reportMyActivity"]["href"]), 204)
report(
    "available",
    again=again[2]["subcode"],
    note=get(links["note"]["href"])["message"],
    location=get(links["location"]["href"])["location"],
    mobile=get(links["self"]["href"])["mobilePhoneNumber"],
)

events = []
events_href = application["_links"]["events"]["href"]


def poll():
    global events_href, resyncs
    body = get(events_href)
    for rel in ("resync", "resume", "next"):
        if rel in body["_links"]:
            events_href = body["_links"][rel]["href"]
            resyncs += rel != "next"
            break
    for sender in body.get("sender", []):
        events.extend(sender["events"])


def until(rel, kind, fits=lambda event: True):
    """The next event that fits; those before it are passed over."""
    while True:
        while events:
            event = events.pop(0)
            if event["link"]["rel"] == rel and event["type"] == kind and fits(event):
                return event
        poll()


def is_connected(event):
    return event["_embedded"]["messaging"]["state"] == "Connected"


def is_incoming(event):
    return event["_embedded"]["message"]["direction"] == "Incoming"


def text_of(resource, rel):
    data = resource["_links"][rel]["href"].split(",", 1)[1]
    return urllib.parse.unquote_plus(data)


invitation = until("messagingInvitation", "started")["_embedded"]["messagingInvitation"]
report(
    "invited",
    by=invitation["_embedded"]["from"]["name"],
    subject=invitation["subject"],
    text=text_of(invitation, "message"),
)
must(post(invitation["_links"]["accept"]["href"]), 204)
messaging = until("messaging", "updated", is_connected)["_embedded"]["messaging"]
first = until("message", "completed", is_incoming)["_embedded"]["message"]
second = until("message", "completed", is_incoming)["_embedded"]["message"]
report("read", texts=[text_of(message, "plainMessage") for message in (first, second)])
must(post(messaging["_links"]["setIsTyping"]["href"]), 204)
send_url = at(messaging["_links"]["sendMessage"]["href"]) + "?operationId=walk-3"
must(send("POST", send_url, "Here I am", "text/plain"), 201)
until("conversation", "deleted")
late = send("POST", send_url, "Too late", "text/plain")

must(send("DELETE", at(application["_links"]["self"]["href"])), 204)
report("signed out", late=late[0], resyncs=resyncs)
