## Opening a procedure after a disaster

crisis-title = Open a crisis procedure
crisis-text = A few answers are enough. You get a complete draft, to try and then to publish.
crisis-model = What people will ask for
crisis-what = What happened?
crisis-what-hint = A few words, which will end the title. For example: flood of 14 June.
crisis-places = Which places are hit?
crisis-places-hint = For example: the quays, the lower town and rue du Moulin.
crisis-until = Until when can one ask?
crisis-until-hint = The date is written on the page. On that day, close the procedure: it does not close by itself.
crisis-open = Prepare the procedure
crisis-next = Next: you read it again, try it if you wish, and publish. Texts to be cited, such as the deliberation creating the aid, are completed in the editor.
crisis-done = The crisis procedure is ready. Try it, then publish it.
crisis-error-what = Write what happened, in 120 letters at most
crisis-error-places = Write the places hit, in 120 letters at most
crisis-error-model = Choose what people will ask for
crisis-error-until = Write a day to come
