// The identity provider of a town, for the time of a journey: the engine of many real ones, on this machine, who knows anybody.

import { createServer } from "node:http"
import { text } from "node:stream/consumers"

import Provider from "oidc-provider"

export const CLIENT = "parvis"
export const SECRET = "un-secret-donne-par-le-fournisseur-de-la-ville"

/** Starts it for the pages of a commune; `provider.issuer` is its address. The address of somebody is their name in the town. */
export async function startProvider(root) {
  const server = createServer()
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening))
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [`${root}/agent/connexion/fournisseur/retour`],
        post_logout_redirect_uris: [`${root}/agent/connexion`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["only for a journey"] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { logoutSource: askToLeave },
    },
    findAccount: (_, name) => ({
      accountId: name,
      claims: () => ({ sub: name, name, email: `${name}@rochebrune.example`, email_verified: true }),
    }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: everything,
    pkce: { required: () => true },
  })
  const answer = provider.callback()
  server.on("request", (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response)
    return request.method === "POST" ? signedIn(provider, request, response) : response.end(page(FORM))
  })
  const stop = () => new Promise((stopped) => {
    server.close(stopped)
    server.closeAllConnections()
  })
  return { issuer, stop }
}

const FORM = `<form method="post"><label>Nom <input name="login"></label> <button type="submit">Entrer</button></form>`

function page(body) {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Ville</title>${body}</html>`
}

async function signedIn(provider, request, response) {
  const accountId = new URLSearchParams(await text(request)).get("login")
  await provider.interactionFinished(request, response, { login: { accountId } })
}

/** The town asks nobody whether its own service may know who they are. */
async function everything(context) {
  const { client, provider, session } = context.oidc
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
  grant.addOIDCScope("openid email profile")
  await grant.save()
  return grant
}

function askToLeave(context, form) {
  context.body = page(`${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Oui</button>`)
}

/** Signs in there, where the house sent the browser. */
export async function signInThere(page, name) {
  await page.locator("input[name=login]").fill(name)
  await page.locator("button[type=submit]").click()
}
