## When the answers say that the request cannot be made

stopped-title = You cannot make this request
stopped-back = Back to your answers
stopped-who = Who can help you
stopped-link = Go to the website { $site }
stopped-mistake = Did you make a mistake?
stopped-kept = Your answers are kept. You can correct them: if they allow it, the request goes on.
stopped-correct = Correct my answers
stopped-tasks = See all the steps
