## Saying whether one is satisfied

appraise-link = Say whether you are satisfied
appraise-title = Your opinion
appraise-offer = One question, free and anonymous, about how your request was dealt with.
appraise-back = Back to my request
appraise-hint = You do not have to answer. Your answer changes nothing of what was decided.
appraise-text = Do you want to say why?
appraise-text-hint = Write no name, no address, no file number: the service will read this text. To get a reply, write a message from your request instead.
appraise-becomes = What becomes of your answer
appraise-becomes-anonymous = It is anonymous: we keep it with the month only, without your name, your file or the day. Your file remembers that you answered, so as not to ask you again.
appraise-becomes-told = Once the month is over, it is counted with others. The share of satisfied people is published on the page of the procedure from eleven answers on; the service reads the texts, shuffled.
appraise-becomes-nobody = Nobody can find it again, neither can we: you will be able neither to change it nor to have it erased.
appraise-becomes-erased = It is erased two years after its month at most.
appraise-send = Send my answer
appraise-no = Do not answer
appraise-error-degree = Choose an answer, or do not answer.
appraise-error-text = Write { $most } characters at most.
follow-done-satisfaction = Thank you. Your answer is kept without any link to this request.
follow-done-satisfaction-before = You had answered already: nothing is added.
