## Home page

home-title = Home
home-welcome = { $name } welcomes you. Here you can make your requests at any hour, online or otherwise.
home-question = What do you want to do?
home-search-label = Say it in your own words
home-search-hint = For example: birth certificate, canteen, hole in the road
home-search-button = Search
home-offers = Our services
home-nothing = No service is online yet. Call us or come and see us.
home-follow-title = Follow a request
home-follow-text = Have you already made a request? See where it stands, write to us, or go on with a draft.
home-follow-link = Follow my request
home-help-title = Would you rather be helped?
home-help-text = Everything can be done without the internet. An agent can also fill it in with you, on the phone or at the counter.
