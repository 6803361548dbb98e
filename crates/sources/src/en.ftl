## Administrations asked instead of the person

source-quotient-what = your quotient familial
source-quotient-who = the CAF or the MSA, through API Particulier
source-quotient-law = Code des relations entre le public et l'administration, articles L113-12 and L114-8.
source-failed-not-found = no file matches what you wrote.
source-failed-refused = our access is refused.
source-failed-busy = too many requests are coming in right now.
source-failed-down = the service does not answer.
source-failed-slow = the service does not answer in time.
source-failed-unreadable = the answer that came cannot be read.
source-failed-unfit = the answer that came does not fit this question.
