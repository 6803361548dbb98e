"""An agent on the pages, for what no application may do: decide. Forms are sent as a browser without script sends them."""

import re
import sys
from html.parser import HTMLParser

import httpx


class Forms(HTMLParser):
    """The forms of a page: where each is sent, and what it holds."""

    def __init__(self, html):
        super().__init__()
        self.forms = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.forms.append({"action": attrs.get("action", ""), "fields": {}})
        if tag == "input" and self.forms:
            kind = attrs.get("type", "text")
            held = kind not in ("checkbox", "radio", "file") or "checked" in attrs
            if held and "name" in attrs:
                self.forms[-1]["fields"][attrs["name"]] = attrs.get("value", "on" if kind == "checkbox" else "")
        if tag == "textarea" and self.forms and "name" in attrs:
            self.forms[-1]["fields"][attrs["name"]] = ""


class Agent:
    def __init__(self, root, slug):
        self.http = httpx.Client(base_url=root, follow_redirects=True, timeout=20)
        self.slug = slug

    def get(self, path):
        return self.shown(self.http.get(f"/{self.slug}{path}"))

    def send(self, page, action, more=(), multipart=False, **fields):
        form = next((form for form in Forms(page.text).forms if form["action"].endswith(action)), None)
        if form is None:
            sys.exit(f"client: no form {action} on {page.url}")
        filled = {**form["fields"], **fields}
        origin = {"origin": f"{page.url.scheme}://{page.url.netloc.decode()}"}
        if multipart:
            parts = [(name, (None, value)) for name, value in filled.items()]
            return self.shown(self.http.post(form["action"], files=parts, headers=origin))
        return self.shown(self.http.post(form["action"], data=filled, headers=origin))

    @staticmethod
    def shown(page):
        if page.status_code != 200:
            sys.exit(f"client: {page.request.method} {page.url} answered {page.status_code}")
        return page


def code_of(root, email):
    """The code of the moment, as the page of the demonstration shows it."""
    page = httpx.get(f"{root}/dev").text
    text = re.sub(r"<[^>]*>", " ", page)
    name, domain = email.split("@")
    found = re.search(rf"{re.escape(name)}\s*@{re.escape(domain)}\s+(\d{{6}})", text)
    if found is None:
        sys.exit(f"client: no code for {email}")
    return found.group(1)


def decide(root, slug, email, password, number):
    """Signs in, takes a dossier under instruction, and grants it in full."""
    agent = Agent(root, slug)
    page = agent.get("/agent/connexion")
    page = agent.send(page, "/agent/connexion", email=email, password=password)
    agent.send(page, "/agent/connexion/code", code=code_of(root, email))
    file = f"/agent/dossiers/{number}"
    agent.send(agent.get(file), "/attribuer", a="moi")
    agent.send(agent.get(file), "/instruire")
    page = agent.get(f"{file}/decider")
    read = agent.send(page, "/decider", multipart=True, issue="in-full", signature="teleservice", etape="relire")
    agent.send(read, "/decider", etape="confirmer")
