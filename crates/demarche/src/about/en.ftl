## Accessibility

about-accessibility-title = Accessibility
about-accessibility-intro = { $name } wants everybody to be able to use its services, with or without a mouse, with a screen reader, on a small screen. This page is about this site of procedures.
about-accessibility-state = State of conformity
about-accessibility-not-audited = Not conforming: no audit has been made yet.
about-accessibility-not-audited-why = The site is made to follow the RGAA 4.1 and is checked by automatic tools. That is not enough: only an audit lets it be declared conforming.
about-accessibility-not-conforming = Not conforming
about-accessibility-not-conforming-why = An audit showed that less than half of the criteria of the RGAA 4.1 are met.
about-accessibility-partly-conforming = Partly conforming
about-accessibility-partly-conforming-why = An audit showed that at least half of the criteria of the RGAA 4.1 are met.
about-accessibility-conforming = Fully conforming
about-accessibility-conforming-why = An audit showed that all the criteria of the RGAA 4.1 are met.
about-accessibility-barrier = Report a barrier
about-accessibility-barrier-text = Does a page block you? Tell us which one, and what you wanted to do. We will help you to finish in another way, then we will correct it.
about-accessibility-appeal = If we do not answer
about-accessibility-appeal-text = You reported a barrier and our answer does not help? You can turn to the Défenseur des droits (ombudsman):
about-accessibility-appeal-online = on its site, defenseurdesdroits.fr;
about-accessibility-appeal-phone = by telephone, at 09 69 39 00 00;
about-accessibility-appeal-post = by post, free of charge, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

## Personal data

about-data-title = Personal data
about-data-intro = { $name } is responsible for the data that you give here. This page says what they are for, who reads them, how long they stay and what your rights are.
about-data-rights = Your rights
about-data-rights-text = Free of charge, you can:
about-data-right-access = ask for a copy of your data;
about-data-right-correct = have them corrected or completed;
about-data-right-erase = have them erased, except when the law requires us to keep them;
about-data-right-restrict = ask that they stop being used for a time;
about-data-right-object = object to their use, for a reason that has to do with your situation, when they serve a task of public interest;
about-data-right-withdraw = take back your agreement at any time, when it was asked for.
about-data-rights-delay = We answer within one month. If it is complicated, we can take two months more, and say why.
about-data-rights-archives = The files of an administration are public archives: some cannot be destroyed without the agreement of the departmental archives.
about-data-officer = Data protection officer
about-data-cnil = Complain to the CNIL
about-data-cnil-text = If our answer does not satisfy you, you can write to the CNIL: 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, or on cnil.fr.
about-data-who = Who reads your data
about-data-who-text = The agents of the service that deals with your procedure, and nobody else. Each reading leaves a trace. A document that you give for one procedure does not serve another without you.
about-data-transfer = Your data are neither sold nor sent outside the European Union.
about-data-automated = No decision is taken by a machine alone.
about-data-cookies = This site does not track you. It only sets the cookies without which it does not work: your session and your language.
about-data-procedures = Procedure by procedure
about-data-procedures-text = You give these data yourself. Those that are not optional are necessary: without them, we cannot deal with the procedure.
about-data-file-kept = File kept for { $kept } after its end.
about-data-basis-of-kept = Text:
about-data-kept = Kept for { $kept } after the end of the file.
about-data-ground-consent = With your agreement (GDPR, art. 6, 1, a):
about-data-ground-contract = For a contract with you (GDPR, art. 6, 1, b):
about-data-ground-legal-obligation = By legal obligation (GDPR, art. 6, 1, c):
about-data-ground-vital-interest = To protect a life (GDPR, art. 6, 1, d):
about-data-ground-public-task = For a task of public interest (GDPR, art. 6, 1, e):

## Terms of use

about-terms-title = Terms of use
about-terms-intro = These terms say how to turn to { $name } through the internet (code of relations between the public and the administration, art. L112-9).
about-terms-procedures = The open procedures
about-terms-procedures-text = Here you can:
about-terms-only = For these procedures, on the internet, only the request made here counts. This site is open day and night. If it closes for works, we say so in advance.
about-terms-identify = Saying who you are
about-terms-identify-text = You give your name, first name, postal address and e-mail address. A firm gives its SIREN number, an association its number in the national register of associations (art. R112-9-1). Some procedures are made without saying who you are: their page says so.
about-terms-code = There is no account to create. A code sent to your e-mail address lets you begin, then come back. It is valid for 15 minutes. We will never ask you for it on the telephone.
about-terms-help = You can make a request for somebody else, with their agreement. You then say who you are and whom you help.
about-terms-receipt = The receipt
about-terms-receipt-text = As soon as your request is deposited, a receipt is shown and leaves for your e-mail address. It says the date, the service, and what happens without an answer (art. L112-11 and R112-11-1).
about-terms-sender = Our messages always leave from this address (art. R112-11-3):
about-terms-sender-none = The address from which our messages leave is not set yet: the receipt is shown on the screen and can be printed.
about-terms-receipt-other = You can give another address for the receipt. Without an e-mail address, you print it with your follow-up code.
about-terms-draft = Drafts
about-terms-draft-text = { $days ->
    [one] A draft that you no longer touch is erased after one day. Some procedures have another delay: you are told.
   *[other] A draft that you no longer touch is erased after { $days } days. Some procedures have another delay: you are told.
}
about-terms-files = Documents
about-terms-files-text = Each question says which files are accepted, how many and how large. A readable photo is enough: no certified copy is asked for. You can also give a document in another way.
about-terms-doors = Without the internet
about-terms-doors-text = Nothing obliges you to use this site. The page of each procedure says how to do it at the counter, by telephone or by post.
about-terms-duties = What we expect of you
about-terms-duties-text = Your answers must be true. If you make a mistake in good faith, you can correct it (art. L123-1). Abusive sendings, by their number or repetition, can be blocked (art. L112-11).
about-terms-language = The French text prevails. Translations are there to help.

## Legal notice

about-legal-title = Legal notice
about-legal-publisher = Publisher
about-legal-siren = SIREN number: { $siren }
about-legal-director = Director of publication: { $name }
about-legal-host = Hosting
about-legal-host-self = The site is hosted by { $name }.
about-legal-software = Software
about-legal-software-text = This site runs on Parvis, free software under the EUPL 1.2 licence. Anybody can read it, use it and change it.
about-legal-sources = Reused data and texts
about-legal-sources-text = The descriptions of procedures rest on service-public.fr (DILA, Licence Ouverte); each page says the date of its source. The communes come from the official geographic code (Insee, Licence Ouverte).

## Security

about-security-title = Report a security weakness
about-security-intro = Have you found a weakness in this site? Please tell us before you speak of it to others.
about-security-report = Write to us
about-security-write = Write to
about-security-file = This information in the security.txt format (RFC 9116)
about-security-no-contact = The address is not set yet. Call the front desk, at the number at the foot of the page.
about-security-tell = Tell us:
about-security-tell-where = on which page, and with which browser;
about-security-tell-how = what to do to see the problem;
about-security-tell-you = how to answer you. You can stay anonymous.
about-security-promise = What we promise
about-security-promise-answer = We answer within three working days.
about-security-promise-no-complaint = We do not complain against anybody who looks in good faith and follows this page.
about-security-promise-thanks = We tell you when it is corrected and we name you, if you wish.
about-security-ask = What we ask
about-security-ask-data = Do not read, keep or change the data of others.
about-security-ask-stop = Do not try to slow down or stop the site.
about-security-ask-wait = Leave us the time to correct before you speak of it.
about-security-person = Does a message look false?
about-security-person-text = We never ask for a code, a password or a card number by telephone or by message. If in doubt, call the service at the number at the foot of the page.
about-data-panel = Remarks on a procedure being prepared
about-data-panel-text = If you received a link to give your opinion on a procedure being prepared, your remarks and the name that you chose to give serve to make it better (task in the public interest, GDPR, article 6). Only the authors of procedures read them. They are erased six months after the link closes.
about-data-map = Maps
about-data-map-text = When a question asks for a place, or when an agent looks at it, a map may be opened. The device then asks { $host } for the images of the place: that server sees the address of the device on the network and the place that is looked at, never your answers or your name. Nothing is asked of it until the map is opened; the address or the coordinates are enough.
about-data-satisfaction = Your opinion on how your request was dealt with
about-data-satisfaction-text = After the decision or the end of a report, some procedures offer you one question, freely, to know whether their promise is kept (task in the public interest, GDPR, article 6). Your answer is anonymous: kept with the procedure, the month, your choice and your text, without your name, your file or the day. Your file remembers only that you answered. Since nobody can find your answer again, the rights of access, correction and erasure cannot be exercised on it (GDPR, article 11). It is erased two years after its month at most.
