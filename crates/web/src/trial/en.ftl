## Trials

trial-label = Trial
trial-banner = Trial.
trial-banner-text = Nothing that you do here is sent. Everything is erased on { $date }.
trial-leave = Leave the trial
trial-worthless = TRIAL, WITHOUT VALUE
trial-mails = E-mails of the trial
trial-about = About the trial
trial-no-api = A trial has no interface for applications. Nothing that is done there is real.
trial-stranger-title = This page is a trial
trial-stranger-text = It is used to prepare a service. You cannot ask for anything here, and no request was deposited here.
trial-stranger-real = See the real services of { $name }
trial-stranger-asked = Were you asked to try a service?
trial-stranger-link = Open again the link that you received. If it does not work any more, the trial is over: ask for a new link from whoever sent it to you.
