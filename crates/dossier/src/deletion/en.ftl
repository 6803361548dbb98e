deletion-give-up = Do not delete
