# Words of the law: receipts, decisions, remedies.
# The French text prevails (CRPA L111-1). CRPA: code des relations entre le public et l'administration. CJA: code de justice administrative.

## Electronic acknowledgement or registration receipt

law-receipt-acknowledgement-title = Electronic acknowledgement of receipt
law-receipt-registration-title = Electronic registration receipt
law-receipt-number = File no. { $number }
law-receipt-received = Received on { $at }
law-receipt-service = Service in charge: { $name }
law-receipt-postal-address = Postal address: { $address }
law-receipt-email = E-mail address: { $email }
law-receipt-phone = Telephone: { $phone }
law-receipt-no-decision-asked = What you sent asks for no decision: no time limit runs, and no answer means neither acceptance nor rejection.
law-receipt-no-implied-decision = No answer means neither acceptance nor rejection. Reason: { $reason }
law-receipt-no-implied-decision-by-text = No answer means neither acceptance nor rejection. Reason: { $reason } Text: { $basis }.
law-receipt-implied-acceptance = If your request is complete and you have received no decision by the end of { $on }, it will be deemed accepted. Time limit: { $delay }. Text: { $basis }.
law-receipt-implied-rejection = If your request is complete and you have received no decision by the end of { $on }, it will be deemed rejected. Time limit: { $delay }. Text: { $basis }.
law-receipt-attestation = You may then ask for a certificate of this acceptance (CRPA, article L232-3).
law-receipt-reasons-on-demand = Within the time limit for going to court, you may ask for the reasons for this rejection. If reasons were due, they are sent to you within one month, and the time limit is extended to two months after that answer (CRPA, article L232-4).
law-receipt-if-incomplete = If a document or information required by a text is missing, the service will tell you which, by when to send it, and the new date (CRPA, articles L114-5 and R112-11-4).
law-receipt-acknowledgement-by = A complete electronic acknowledgement will be sent to you by { $day } (CRPA, article R112-11-2). It will state:

## What an acknowledgement lacks

law-gap-service = the service in charge
law-gap-address = the postal or e-mail address of the service
law-gap-phone = the telephone number of the service
law-gap-silence-effect = what no answer means, and from which date
law-gap-remedies = how to contest, and within how long

## Remedies against a rejection born of silence

law-remedy-silence-gracious = Appeal to the authority: write to { $addressee } within { $delay } of this rejection (CRPA, article L411-2).
law-remedy-silence-hierarchical = Appeal to the superior authority: write to { $addressee } within { $delay } of this rejection (CRPA, article L411-2).
law-remedy-silence-prior = Compulsory step before the court: first turn to { $addressee }, within { $delay } of this rejection.
law-remedy-silence-contentious = Appeal to the court: apply to { $addressee } within { $delay } of this rejection (CJA, articles R421-1 and following). You can do so online at www.telerecours.fr.

## Decision

law-outcome-in-full = Accepted
law-outcome-in-part = Accepted in part
law-outcome-with-conditions = Accepted with conditions
law-outcome-refused = Refused
law-decision-title-in-full = Your request is accepted
law-decision-title-in-part = Your request is accepted in part
law-decision-title-with-conditions = Your request is accepted with conditions
law-decision-title-refused = Your request is refused
law-decision-dated = Decision of { $day } on file no. { $number }
law-decision-granted = What is granted: { $granted }
law-decision-amount = Amount granted: { $amount } ({ $letters })
law-decision-term = Period: from { $from } to { $until } inclusive
law-decision-term-open = Period: from { $from }
law-decision-conditions = Conditions: { $conditions }
law-decision-attached-act = Attached act: { $act }
law-decision-reason-in-law = Reasons in law: { $reason }
law-decision-reason-in-fact = Reasons in fact: { $reason }
law-decision-signatory = { $first-name } { $name }, { $quality }, { $service }
law-decision-signatory-by-delegation = { $first-name } { $name }, { $quality }, { $service }, by delegation: { $delegation }
law-decision-signed = Signed act: { $act } (CRPA, article L212-1)
law-decision-teleservice = Decision notified through a conforming online service ({ $conformity }), without a signature (CRPA, article L212-2)

## Remedies against a decision

law-remedy-decision-gracious = Appeal to the authority: if you contest this decision, write to { $addressee } within { $delay } of the day it is notified to you (CRPA, article L411-2).
law-remedy-decision-hierarchical = Appeal to the superior authority: if you contest this decision, write to { $addressee } within { $delay } of the day it is notified to you (CRPA, article L411-2).
law-remedy-decision-prior = Compulsory step before the court: first turn to { $addressee }, within { $delay } of the day the decision is notified to you.
law-remedy-decision-contentious = Appeal to the court: apply to { $addressee } within { $delay } of the day the decision is notified to you (CJA, article R421-1). You can do so online at www.telerecours.fr.

## What a decision lacks

law-missing-outcome = Choose what is decided.
law-missing-granted = Say what is granted: an amount, a period or a sentence.
law-missing-amount = The amount granted must be above zero.
law-missing-term-order = The period cannot end before it begins.
law-missing-conditions = Write the conditions.
law-missing-reason-in-law = Write the reasons in law: the text that applies (CRPA, article L211-5).
law-missing-reason-in-fact = Write the reasons in fact: what in this file leads to this decision (CRPA, article L211-5).
law-missing-first-name = Give the first name of the signatory (CRPA, article L212-1).
law-missing-name = Give the name of the signatory (CRPA, article L212-1).
law-missing-quality = Give the capacity of the signatory, for example “maire” or “adjointe à la vie scolaire” (CRPA, article L212-1).
law-missing-service = Give the service of the signatory (CRPA, article L212-2).
law-missing-signature = Attach the signed act, or say what dispenses with the signature (CRPA, articles L212-1 and L212-2).
law-missing-remedies = State how to contest the decision and within how long, the court included: otherwise the time limits do not run (CJA, article R421-5).

## What is wrong with the effect of silence of a procedure

law-silence-effect-missing = Say what the silence of the administration means: acceptance, rejection, or no effect with its reason.
law-silence-delay-missing = Say after how long silence decides.
law-silence-basis-missing = Cite the text that gives silence this effect.
law-silence-delay-without-basis = A delay other than two months must cite the text that sets it (CRPA, article L231-6).
law-silence-financial-acceptance = Silence on a financial request means rejection: to make it an acceptance, cite the text that allows it (CRPA, article L231-4 3°).
law-silence-reason-missing = Say why silence has no effect.
