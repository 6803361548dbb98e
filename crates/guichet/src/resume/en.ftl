counter-resume-title = Take up a file again with a person
counter-resume-number = Number of the file
counter-resume-number-hint = Eight signs, like 7K2M-94QD
counter-resume-code = Follow-up code
counter-resume-code-hint = The one that the person kept. Leave empty if you instruct this file, or if it is a draft that you began with them.
counter-resume-submit = Take up again
counter-error-number = Write the eight signs of the number, like 7K2M-94QD
counter-error-together = This number and this code open no file that you may take up. A person who follows their file by email goes on online, or makes a new request with you.
