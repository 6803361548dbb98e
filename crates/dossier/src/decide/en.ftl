## Deciding

decide-title = Decide
decide-outcome = What is the decision?
decide-granted = What is granted
decide-granted-hint = One sentence is enough. An amount or a period, below, may say it too.
decide-conditions = The conditions
decide-given = What is granted, in figures and dates
decide-given-hint = Leave empty for a refusal.
decide-amount = Amount in euros
decide-from = First day
decide-until = Last day
decide-act = Attached act
decide-act-hint = The reference of an order or a deliberation, for example “Arrêté n° 2026-114”.
decide-reasons = Reasons
decide-reasons-hint = They are mandatory as soon as the request is not accepted in full.
decide-grounds = Reasons in law offered by the procedure
decide-grounds-hint = The reasons that you tick are added at the head of the text below. You can change them when reading again.
decide-in-law = Reasons in law
decide-in-law-hint = The text that applies.
decide-in-fact = Reasons in fact
decide-in-fact-hint = What, in this file, leads to this decision.
decide-signatory = Who takes the decision
decide-signatory-hint = The person will read this with the decision.
decide-first-name = First name
decide-name = Family name
decide-quality = Quality
decide-service = Service
decide-delegation = Delegation of signature
decide-delegation-hint = The reference of the act that gives it.
decide-signature = Signature
decide-signature-teleservice = Decision notified through this online service, without signature
decide-signature-teleservice-hint = Conformity: { $conformity }
decide-signature-signed = Signed act
decide-signed-act = Reference of the signed act
decide-signed-act-hint = For example “Décision n° 2026-114, signed on 22 November 2026”.
decide-signed-act-alone = This online service has no attestation that dispenses with a signature: the decision must be signed apart. Give its reference.
decide-remedies = If the person contests
decide-remedies-hint = These ways and time limits will stand in the decision if it does not grant everything.
decide-no-remedy = No court is known for this authority: a decision that does not grant everything cannot be taken. Tell whoever administers the service.
decide-preview = Read the decision again
decide-read = Read the decision again
decide-read-text = Here is the decision as the person will read it.
decide-irreversible = { $minutes ->
    [0] Once taken, the decision is shown to the person. It cannot be changed here any more.
    [one] Once taken, the decision is shown to the person one minute later. Until then you can take it back.
   *[other] Once taken, the decision is shown to the person { $minutes } minutes later. Until then you can take it back.
}
decide-file = Attach the act
decide-file-hint = The signed order or decision, as a PDF or a picture, 20 MB at most per file. The person will open it from the decision.
decide-confirm = Take this decision
decide-modify = Change
decide-error-amount = Write the amount in euros, for example 120 or 45.50.
decide-error-from = Give the first day of the period too.
