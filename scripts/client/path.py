"""The whole path of a dossier with a generated client: procedure, draft, answers, pieces, deposit, state, message, decision, webhook."""

import base64
import hashlib
import hmac
import os
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO

import visitor
from parvis_client import AuthenticatedClient
from parvis_client.api.answers import answers_change, answers_read
from parvis_client.api.dossiers import (
    dossiers_begin,
    dossiers_changes,
    dossiers_decision,
    dossiers_deposit,
    dossiers_people,
    dossiers_read,
    dossiers_receipt,
    dossiers_validation,
)
from parvis_client.api.messages import messages_list, messages_write
from parvis_client.api.pieces import pieces_add, pieces_content, pieces_list, pieces_remove
from parvis_client.api.procedures import procedures_list, procedures_read, procedures_schema
from parvis_client.api.uploads import uploads_begin, uploads_go_on
from parvis_client.api.webhooks import webhooks_create, webhooks_deliveries
from parvis_client.models import AnswersPatch, Declaration, NewDossier, NewMessage, NewWebhook, People
from parvis_client.types import File

PROCEDURE = "acte-naissance"
AGENT = "claire.marchand@rochebrune.example"
PASSWORD = "Le-heron-attend-la-maree"
# The smallest picture: one pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
)
ANSWERS = {
    "document": {"choice": "extract_with_parents"},
    "copies": {"integer": 2},
    "link": {"choice": "descendant"},
    "person": {"identity": {"family_name": "Lenoir", "first_names": "Anaïs", "birth_date": "1951-03-02"}},
    "born_here": {"yes_no": True},
    "first_parent": {"identity": {"family_name": "Lenoir", "first_names": "Marius"}},
    "delivery_address": {
        "address": {
            "number": "12",
            "street": "rue du Puits",
            "postcode": "84110",
            "commune_code": "84137",
            "commune": "Vaison-la-Romaine",
        }
    },
}


def answered(response, status):
    """What a call answered, read by the generated client."""
    if response.status_code != status:
        sys.exit(f"client: expected {status}, got {response.status_code}: {response.content!r}")
    return response.parsed


def equal(name, found, expected):
    if found != expected:
        sys.exit(f"client: {name}: expected {expected!r}, got {found!r}")
    print(f"  {name}: {found}")


class Receiver(BaseHTTPRequestHandler):
    """What is told to the webhook."""

    heard = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        Receiver.heard.append((dict(self.headers), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def told(count):
    """The messages, once so many of them came."""
    until = time.monotonic() + 20
    while len(Receiver.heard) < count and time.monotonic() < until:
        time.sleep(0.1)
    return list(Receiver.heard)


def is_signed(secret, headers, body):
    headers = {name.lower(): value for name, value in headers.items()}
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return expected in headers["webhook-signature"].split(" ")


def main(root, slug):
    client = AuthenticatedClient(base_url=f"{root}/{slug}/api/v1", token=os.environ["PARVIS_TOKEN"])
    with client:
        path(client, root, slug)


def path(client, root, slug):
    listener = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{listener.server_port}/parvis"
    new = NewWebhook(name="Client engendré", url=address)
    webhook = answered(webhooks_create.sync_detailed(client=client, body=new), 201)

    slugs = [item.procedure for item in answered(procedures_list.sync_detailed(client=client), 200).items]
    equal("the procedure is offered", PROCEDURE in slugs, True)
    procedure = answered(procedures_read.sync_detailed(PROCEDURE, client=client), 200)
    schema = procedures_schema.sync_detailed(PROCEDURE, procedure.revision, client=client)
    equal("its answers have a schema", "properties" in answered(schema, 200).to_dict(), True)

    new = NewDossier(procedure=PROCEDURE, email="zoe.lenoir@exemple.fr")
    key = str(uuid.uuid4())
    begun = answered(dossiers_begin.sync_detailed(client=client, body=new, idempotency_key=key), 201)
    again = answered(dossiers_begin.sync_detailed(client=client, body=new, idempotency_key=key), 201)
    number = begun.number
    equal("begun once", again.number, number)

    people = People.from_dict({"beneficiary": {"family_name": "Lenoir", "first_names": "Zoé"}})
    answered(dossiers_people.sync_detailed(number, client=client, body=people), 200)
    patch = AnswersPatch.from_dict(ANSWERS)
    answered(answers_change.sync_detailed(number, client=client, body=patch), 200)
    kept = answered(answers_read.sync_detailed(number, client=client), 200)
    equal("the answer kept", kept.to_dict()["copies"], {"integer": 2})
    missing = answered(dossiers_validation.sync_detailed(number, client=client), 200)
    equal("missing", [error.pointer for error in missing.errors], ["/link_proof"])
    early = deposit(client, number)
    equal("an early deposit is refused", (early.status_code, early.parsed.type_), (409, "urn:parvis:problem:incomplete"))

    first = add(client, number, "erreur.png")
    answered(pieces_remove.sync_detailed(number, first.id, client=client), 204)
    second = add(client, number, "livret.png")
    upload(client, number)
    items = answered(pieces_list.sync_detailed(number, client=client), 200).items
    equal("pieces", sorted(item.name for item in items), ["acte.png", "livret.png"])
    content = answered(pieces_content.sync_detailed(number, second.id, client=client), 200)
    equal("the content of a piece comes back", content.payload.read() == PNG, True)

    receipt = answered(deposit(client, number), 200)
    equal("the receipt is of this dossier", receipt.number, number)
    again = answered(dossiers_receipt.sync_detailed(number, client=client), 200)
    equal("and is read again, the same", again == receipt, True)
    equal("state", answered(dossiers_read.sync_detailed(number, client=client), 200).state, "deposited")
    text = NewMessage(text="Bonjour,\nmerci de votre aide.")
    answered(messages_write.sync_detailed(number, client=client, body=text, idempotency_key=str(uuid.uuid4())), 201)
    messages = answered(messages_list.sync_detailed(number, client=client), 200).items
    equal("the message is read again", messages[0].text == text.text, True)

    visitor.decide(root, slug, AGENT, PASSWORD, number)
    equal("state", answered(dossiers_read.sync_detailed(number, client=client), 200).state, "accepted")
    decision = answered(dossiers_decision.sync_detailed(number, client=client), 200)
    equal("decision", decision.outcome, "in_full")
    equal("the dossier is among what changed", number in changed(client), True)

    heard = told(3)
    equal("every message is signed", all(is_signed(webhook.secret, *own) for own in heard), True)
    states = answered(webhooks_deliveries.sync_detailed(webhook.id, client=client), 200).items
    said = [item.event for item in reversed(states)]
    equal("told in order", said, ["dossier.submitted", "dossier.messaged", "dossier.decided"])


def deposit(client, number):
    body = Declaration(declared=True)
    return dossiers_deposit.sync_detailed(number, client=client, body=body, idempotency_key=str(uuid.uuid4()))


def add(client, number, name):
    body = File(payload=BytesIO(PNG))
    return answered(pieces_add.sync_detailed(number, client=client, body=body, field="link_proof", name=name), 201)


def upload(client, number):
    """A file in two parts."""
    begun = uploads_begin.sync_detailed(
        number, client=client, field="link_proof", name="acte.png", upload_length=str(len(PNG))
    )
    answered(begun, 201)
    place = begun.headers["location"].rsplit("/", 1)[-1]
    half = len(PNG) // 2
    for offset, part, status in [(0, PNG[:half], 204), (half, PNG[half:], 200)]:
        body = File(payload=BytesIO(part))
        answered(uploads_go_on.sync_detailed(number, place, client=client, body=body, upload_offset=str(offset)), status)


def changed(client):
    """The numbers of all that changed, page after page."""
    numbers, after = [], None
    while True:
        asked = {} if after is None else {"after": after}
        page = answered(dossiers_changes.sync_detailed(client=client, **asked), 200)
        numbers += [item.number for item in page.items]
        after = page.next_
        if not page.more:
            return numbers


if __name__ == "__main__":
    main(*sys.argv[1:])
