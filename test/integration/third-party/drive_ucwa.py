"""Drives the package `ucwa` against a server: drive_ucwa.py ORIGIN USER PASSWORD.

The package knows only the sign-in of the hosted service, so the web ticket is fetched here; all that
follows is done by its own functions. Prints one JSON object per step and ends after the package has
answered a message.
"""

import json
import logging
import sys
import uuid
from types import SimpleNamespace

import requests
from ucwa import actions, events

origin, user, password = sys.argv[1:]
config = {"redirect_uri": "https://client.example"}
# The package puts UUIDs into headers; `requests` takes strings only since 2016.
actions.uuid = SimpleNamespace(uuid1=lambda: str(uuid.uuid1()))
logging.disable(logging.WARNING)  # The package warns of every event it has no handler for.


def report(step, **details):
    print(json.dumps({"step": step, **details}), flush=True)


def web_ticket():
    grant = {"grant_type": "password", "username": user, "password": password}
    response = requests.post(origin + "/WebTicket/oauthtoken", data=grant, timeout=10)
    response.raise_for_status()
    return response.json()["access_token"]


def poll(url, ticket):
    return actions.oauth_stream_request(url, ticket, config["redirect_uri"]).json()


ticket = web_ticket()
found = actions.do_user_discovery(origin, ticket, config)
report("discovered", applications=found["_links"]["applications"]["href"])

application = actions.register_application(origin, ticket, config)
report("registered", name=application["_embedded"]["me"]["name"])

actions.set_available(origin, application["id"], ticket, config)
report("available")

url = origin + application["_links"]["events"]["href"]
answered = False
while not answered:
    body = poll(url, ticket)
    for sender in body.get("sender", []):
        events.process_events(sender["events"], origin, ticket, config)
        rels = [(event["link"]["rel"], event["type"]) for event in sender["events"]]
        report("processed", events=rels)
        answered = answered or ("conversation", "added") in rels
    url = origin + body["_links"]["next"]["href"]
