// How long a refused sign-in takes for an address that has an agent and for one that nobody has, tried in turn.
//
//     PARVIS_CONFIG=… parvis serve --demo …      with [limits.sign-in] and [limits.sign-in-address] raised for the measure
//     node scripts/sign-in-timing.mjs http://127.0.0.1:8080/rochebrune claire.marchand@rochebrune.example 200

const [root, known, count = "200"] = process.argv.slice(2)
const page = `${root}/agent/connexion`

/** A page, what its form carries, and the cookie of a new browser. */
async function form() {
  const answer = await fetch(page)
  const cookie = answer.headers.getSetCookie().map((own) => own.split(";")[0]).join("; ")
  const csrf = /name="csrf" value="([^"]+)"/.exec(await answer.text())[1]
  return { cookie, csrf }
}

/** Milliseconds of one refusal. */
async function refusal(email) {
  const { cookie, csrf } = await form()
  const body = new URLSearchParams({ csrf, email, password: "un mot de passe qui n’est pas le bon" })
  const begun = performance.now()
  const answer = await fetch(page, { method: "POST", body, headers: { cookie, origin: new URL(root).origin } })
  await answer.text()
  if (answer.status !== 422) throw new Error(`${answer.status}: raise the limits`)
  return performance.now() - begun
}

const times = { known: [], unknown: [] }
for (let turn = 0; turn < Number(count); turn += 1) {
  times.known.push(await refusal(known))
  times.unknown.push(await refusal(`personne-${turn}@example.org`))
}
for (const [who, own] of Object.entries(times)) {
  own.sort((one, other) => one - other)
  const at = (part) => own[Math.floor(own.length * part)].toFixed(1)
  console.log(`${who}: median ${at(0.5)} ms, from ${at(0.05)} (5 %) to ${at(0.95)} (95 %), ${own.length} tries`)
}
